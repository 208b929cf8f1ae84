import { oneCheckoutAClick } from './clicks.fixture.ts'
import { counts } from './counts.fixture.ts'
import { events } from './events.fixture.ts'
import { headers } from './headers.fixture.ts'
import { jsonWriting } from './json-writing.fixture.ts'
import { jumpingTimes } from './jumping-times.fixture.ts'
import { keys } from './keys.fixture.ts'
import { otherIds } from './other-ids.fixture.ts'
import { pages } from './pages.fixture.ts'
import { places } from './places.fixture.ts'
import { sandboxes } from './sandbox.fixture.ts'
import { stricter } from './stricter.fixture.ts'
import { transfer } from './transfer.fixture.ts'
import type { Variant } from './variant.fixture.ts'
import { words } from './words.fixture.ts'

/** Every conforming variant: none of them may be blamed. */
export const variants: readonly Variant[] = [
  ...jsonWriting,
  ...transfer,
  ...headers,
  ...places,
  ...pages,
  ...words,
  ...otherIds,
  jumpingTimes,
  ...stricter,
  ...events,
  ...keys,
  oneCheckoutAClick,
  counts,
  ...sandboxes,
]
