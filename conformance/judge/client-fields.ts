import { markersIn } from '../markers.ts'
import type { Exchange } from '../transcript.ts'
import type { Recorder } from './check.ts'
import { isSuccess, textsOf } from './look.ts'

/** No success may carry a value that only the client said; a refusal may name what it refuses. */
export function expectNoClientField(record: Recorder, x: Exchange): void {
  if (!isSuccess(x)) return
  const found = textsOf(x).find(({ text }) => markersIn(text).some(({ kind }) => kind === 'client-field'))
  record.expect(found === undefined, x, {
    message: `a value that only the client said came into the answer (${x.variant ?? x.step})`,
    expected: 'nothing that the client made up',
    seen: 'a member that the client added to its request',
    pointer: found?.pointer ?? '/response/body',
  })
}
