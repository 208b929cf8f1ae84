import type { Check } from '../../judge/check.ts'
import { answersAs, saysInstead } from '../../judge/edits.ts'
import { errorCode, isObject, jsonOf, memberOf, show, statusOf } from '../../judge/look.ts'

const scenario = 'eligibility/unknown-intent'

export const unknownIntent: Check = {
  id: 'eligibility/unknown-intent',
  requirement: 'ELG-06',
  level: 'MUST',
  profile: 'public',
  title: 'an unknown intent reads as null and takes no decision',
  scenarios: [scenario],
  needs: ['decision-read'],
  judge: (view, record) => {
    for (const step of ['read', 'read-again']) {
      record.each(view.exchanges({ scenario, step }), 'the read of an unknown intent', (x) => {
        const isNull = statusOf(x) === 200 && memberOf(x, 'checkout') === null
        record.expect(isNull && isObject(memberOf(x, 'contract')), x, {
          message: 'the read of an intent that does not exist does not say so',
          expected: '200, the contract, and checkout: null',
          seen: `${statusOf(x)}, checkout ${show(memberOf(x, 'checkout'))}`,
          pointer: '/response/body/checkout',
        })
      })
    }
    record.each(view.exchanges({ scenario, step: 'decide' }), 'the decision on an unknown intent', (x) => {
      const status = statusOf(x) ?? 500
      record.expect(errorCode(x) !== undefined && status < 500, x, {
        message: 'a decision on an intent that does not exist was not refused',
        expected: '400 checkout_intent_not_found',
        seen: `${status} ${show(jsonOf(x))}`,
        pointer: '/response',
      })
    })
  },
  counterexamples: [
    saysInstead(
      'the read makes an intent up',
      { scenario, step: 'read' },
      {
        checkout: { checkoutIntentId: 'made-up', status: 'paid', eligible: true },
      },
    ),
    saysInstead(
      'the refused decision leaves an intent behind',
      { scenario, step: 'read-again' },
      {
        checkout: { checkoutIntentId: 'made-up', status: 'stripe_session_created', eligible: false },
      },
    ),
    answersAs('the decision is recorded', { scenario, step: 'decide' }, 200, {
      ok: true,
      status: 'post_purchase_decision_recorded',
      decision: { decisionId: 'made-up' },
    }),
  ],
}
