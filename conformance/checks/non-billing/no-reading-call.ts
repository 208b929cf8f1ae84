import type { Check } from '../../judge/check.ts'
import { callsOfDecisions, decisionScenario as scenario } from '../../judge/decision-window.ts'

export const noReadingCall: Check = {
  id: 'non-billing/no-reading-call',
  requirement: 'NBL-03',
  level: 'SHOULD',
  profile: 'witnessed',
  title: 'no reading call reaches Stripe from before the decisions until after the drain window',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide', 'witness'],
  judge: (view, record) => {
    const calls = callsOfDecisions(view, record) ?? []
    for (const call of calls.filter(({ mutating }) => !mutating)) {
      record.expect(false, call, {
        message: `a decision, or what it set off, read from Stripe: ${call.operation ?? 'an unknown operation'}`,
        expected: 'no call',
        seen: `${call.method} ${call.path}`,
        pointer: '/operation',
      })
    }
  },
  counterexamples: [
    {
      name: 'a decision looks its customer up',
      edit: (editor) =>
        editor.call(
          { scenario, step: 'first' },
          { operation: 'customers.retrieve', method: 'GET', path: '/v1/customers/cus_1', mutating: false },
        ),
    },
  ],
}
