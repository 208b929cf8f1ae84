import { memberOf } from '../../judge/look.ts'
import type { View } from '../../judge/view.ts'
import type { Exchange } from '../../transcript.ts'

/** Of a page's visits in this scenario those whose intent was, as a read beside it says, not eligible. */
export function closedPages(view: View, scenario: string, step: string): readonly Exchange[] {
  return view
    .exchanges({ scenario, step })
    .filter(({ variant = '' }) =>
      view
        .exchanges({ scenario, step: 'read', variant })
        .some((x) => memberOf(x, 'checkout', 'eligible') === false),
    )
}
