import type { Check } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import { isOpenAt, showState, stateRead } from '../../judge/state.ts'

const scenario = 'webhook/outcomes'
const variant = 'paid-later: checkout.session.completed'

export const completedUnpaidNoted: Check = {
  id: 'eligibility/completed-unpaid-noted',
  requirement: 'ELG-12',
  level: 'MAY',
  profile: 'sandbox',
  title: 'a note where decisions are taken before the money is there',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    if (!isOpenAt(view.contract, 'completed')) {
      record.notApplicable('the seed does not list "completed" among its eligible statuses')
      return
    }
    record.each(view.exchanges({ scenario, step: 'read', variant }), 'the read of an unpaid intent', (x) => {
      record.expect(stateRead(x)?.eligible === false, x, {
        message: 'a checkout that is completed and not yet paid takes decisions, as the seed words it',
        expected: 'worth knowing; nothing to put right',
        seen: showState(x),
        pointer: '/response/body/checkout/eligible',
      })
    })
  },
  counterexamples: [
    readsAs('an unpaid intent is open', { scenario, step: 'read', variant }, { eligible: true }),
  ],
}
