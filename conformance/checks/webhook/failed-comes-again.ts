import type { Check } from '../../judge/check.ts'
import { readsAs, saysInstead } from '../../judge/edits.ts'
import { isSuccess, jsonOf, memberOf, show, statusOf } from '../../judge/look.ts'
import { isReceived, readAfter, showState, stateRead } from '../../judge/state.ts'

const scenario = 'webhook/nonsense'

export const failedComesAgain: Check = {
  id: 'webhook/failed-comes-again',
  requirement: 'WHK-07',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'an event that failed is taken when it is delivered again',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    const reads = view.exchanges({ scenario, step: 'read-whole' })
    record.each(view.exchanges({ scenario, step: 'whole' }), 'an event after its failure', (x) => {
      const [broken] = view.exchanges({
        scenario,
        step: 'broken',
        ...(x.variant === undefined ? {} : { variant: x.variant }),
      })
      // What was acknowledged did not fail, and Stripe would not send it again.
      if (broken === undefined || broken.response === null || isSuccess(broken)) return
      record.expect(isReceived(x) && memberOf(x, 'duplicate') !== true, x, {
        message: `an event was answered ${statusOf(broken)} and is not taken when it comes again`,
        expected: '200 with received: true and duplicate: false',
        seen: `${statusOf(x)} ${show(jsonOf(x))}`,
        pointer: '/response/body/duplicate',
      })
      const read = readAfter(reads, x)
      if (read === undefined || !isReceived(x)) return
      const status = stateRead(read)?.status
      record.expect(status === 'paid' || status === 'completed', read, {
        message: 'an event that came again after it had failed had no effect',
        expected: 'status "completed" or "paid"',
        seen: showState(read),
        pointer: '/response/body/checkout/status',
      })
    })
  },
  counterexamples: [
    saysInstead('the second attempt is a duplicate', { scenario, step: 'whole' }, { duplicate: true }),
    readsAs(
      'the second attempt has no effect',
      { scenario, step: 'read-whole' },
      { status: 'stripe_session_created' },
    ),
  ],
}
