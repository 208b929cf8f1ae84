import type { Check } from '../../judge/check.ts'
import { callsOfDecisions, decisionScenario as scenario } from '../../judge/decision-window.ts'

export const noMutatingCall: Check = {
  id: 'non-billing/no-mutating-call',
  requirement: 'NBL-03',
  level: 'MUST',
  profile: 'witnessed',
  title: 'no mutating call reaches Stripe from before the decisions until after the drain window',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide', 'witness'],
  judge: (view, record) => {
    for (const call of callsOfDecisions(view, record) ?? []) {
      record.expect(!call.mutating, call, {
        message: `a decision, or what it set off, called Stripe: ${call.operation ?? 'an unknown operation'}`,
        expected: 'no mutating call',
        seen: `${call.method} ${call.path} at ${call.host}`,
        pointer: '/operation',
      })
    }
  },
  counterexamples: [
    {
      name: 'a decision creates a PaymentIntent',
      edit: (editor) => editor.call({ scenario, step: 'first' }, {}),
    },
    {
      name: 'a replay calls an unknown operation',
      edit: (editor) =>
        editor.call(
          { scenario, step: 'again', nth: -1 },
          { operation: null, path: '/v1/made_up', method: 'POST', mutating: true },
        ),
    },
    {
      name: 'a refused decision opens a checkout',
      edit: (editor) =>
        editor.call(
          { scenario, step: 'refused' },
          { operation: 'checkout.sessions.create', path: '/v1/checkout/sessions' },
        ),
    },
  ],
}
