import type { Check } from '../../judge/check.ts'
import { answersAs, readsAs, saysInstead } from '../../judge/edits.ts'
import { errorCode, isSuccess, jsonOf, memberOf, show, statusOf } from '../../judge/look.ts'
import { showState, stateRead } from '../../judge/state.ts'

const scenario = 'eligibility/open-intent'

export const startedIsClosed: Check = {
  id: 'eligibility/started-is-closed',
  requirement: 'ELG-01',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a started, unpaid intent is not eligible and takes no decision',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    for (const step of ['read', 'read-again']) {
      record.each(view.exchanges({ scenario, step }), 'the read of a started intent', (x) => {
        record.expect(stateRead(x)?.eligible === false, x, {
          message: 'a started intent that nobody paid does not read as closed',
          expected: 'checkout.eligible: false',
          seen: showState(x),
          pointer: '/response/body/checkout/eligible',
        })
      })
    }
    record.each(view.exchanges({ scenario, step: 'decide' }), 'the decision on a started intent', (x) => {
      const state = memberOf(x, 'checkout', 'eligible')
      record.expect(statusOf(x) === 409 && errorCode(x) !== undefined && state === false, x, {
        message: 'a decision on an intent that nobody paid was not refused as not eligible',
        expected: '409 post_purchase_checkout_not_eligible, with the checkout and eligible: false',
        seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}, checkout.eligible ${show(state)}`,
        pointer: '/response/status',
      })
    })
    // The same key once the intent is paid: a replay would mean that the refused decision had been recorded.
    for (const x of view.exchanges({ scenario, step: 'decide-paid' })) {
      const replayed =
        isSuccess(x) &&
        (memberOf(x, 'duplicate') === true || memberOf(x, 'status') === 'post_purchase_decision_replayed')
      record.expect(!replayed, x, {
        message: 'the refused decision had been recorded: its key is answered as a replay',
        expected: 'no replay of a decision that was refused',
        seen: show(jsonOf(x)),
        pointer: '/response/body/duplicate',
      })
    }
  },
  counterexamples: [
    readsAs('the read says eligible', { scenario, step: 'read' }, { eligible: true }),
    readsAs(
      'the read after the decision says eligible',
      { scenario, step: 'read-again' },
      { eligible: true },
    ),
    answersAs('the decision is recorded', { scenario, step: 'decide' }, 200, {
      ok: true,
      status: 'post_purchase_decision_recorded',
      decision: { decisionId: 'made-up' },
    }),
    answersAs('a decision of another kind is recorded', { scenario, step: 'decide', nth: -1 }, 200, {
      ok: true,
      status: 'post_purchase_decision_recorded',
      decision: { decisionId: 'made-up' },
    }),
    {
      name: 'the refusal hides the state',
      edit: (editor) => editor.json({ scenario, step: 'decide' }, (body) => void delete body['checkout']),
    },
    saysInstead(
      'the refused decision is replayed later',
      { scenario, step: 'decide-paid' },
      { duplicate: true },
    ),
  ],
}
