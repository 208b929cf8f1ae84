import type { Exchange } from '../transcript.ts'
import type { Recorder } from './check.ts'
import { isSuccess, memberOf } from './look.ts'
import { isFirst, outcomeOf } from './writes.ts'

/**
 * Keys whose first use was refused are sent again with everything right: had a refusal been kept, its key would be a
 * duplicate now. The first of them must be recorded; a target may refuse a further decision on the same offer.
 */
export function judgeRetried(
  record: Recorder,
  retried: readonly Exchange[],
  refused: readonly Exchange[],
): void {
  // What was wrongly accepted at once is a finding of its own already.
  const accepted = refused.some(isSuccess)
  record.each(retried, 'a refused key, used again with everything right', (x) => {
    const held = x === retried[0] && !accepted ? isFirst(x) : memberOf(x, 'duplicate') !== true
    record.expect(held, x, {
      message: `a decision that was refused (${x.variant ?? ''}) was recorded all the same`,
      expected: 'duplicate false: nothing stands under the key',
      seen: outcomeOf(x),
      pointer: '/response/body/duplicate',
    })
  })
}
