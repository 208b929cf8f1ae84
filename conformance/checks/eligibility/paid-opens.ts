import type { Check } from '../../judge/check.ts'
import { answersAs, readsAs, saysInstead } from '../../judge/edits.ts'
import { jsonOf, memberOf, show, statusOf } from '../../judge/look.ts'
import { isOpenAt, isReceived, showState, stateRead } from '../../judge/state.ts'

const scenario = 'eligibility/paid-opens'

export const paidOpens: Check = {
  id: 'eligibility/paid-opens',
  requirement: 'ELG-03',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a signed checkout.session.completed with payment_status "paid" opens the intent',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    if (!isOpenAt(view.contract, 'paid')) {
      record.notApplicable('the seed does not list "paid" among its eligible statuses')
      return
    }
    record.each(view.exchanges({ scenario, step: 'pay' }), 'the answer to the event', (x) => {
      const named = memberOf(x, 'checkoutIntentId')
      record.expect(
        isReceived(x) &&
          memberOf(x, 'checkoutIntentUpdated') === true &&
          named === x.about['checkoutIntentId'],
        x,
        {
          message: 'a good event was not acknowledged as one that updated its intent',
          expected: '200 with received: true, checkoutIntentUpdated: true and the checkoutIntentId',
          seen: `${statusOf(x)} ${show(jsonOf(x))}`,
          pointer: '/response/body',
        },
      )
    })
    record.each(view.exchanges({ scenario, step: 'read-paid' }), 'the read after the payment', (x) => {
      const state = stateRead(x)
      record.expect(state?.eligible === true && state.status === 'paid', x, {
        message: 'a signed, paid event did not open the intent',
        expected: 'status "paid", eligible true',
        seen: showState(x),
        pointer: '/response/body/checkout',
      })
    })
  },
  counterexamples: [
    readsAs('the intent stays closed', { scenario, step: 'read-paid' }, { eligible: false }),
    readsAs(
      'the intent keeps its status',
      { scenario, step: 'read-paid' },
      { status: 'stripe_session_created' },
    ),
    saysInstead(
      'the answer says that nothing was updated',
      { scenario, step: 'pay' },
      { checkoutIntentUpdated: false },
    ),
    answersAs('the event is refused', { scenario, step: 'pay' }, 400, { ok: false, code: 'made_up' }),
  ],
}
