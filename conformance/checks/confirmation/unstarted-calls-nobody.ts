import type { Check } from '../../judge/check.ts'
import { callInWindow, callsOfUnstarted } from '../../judge/silent-window.ts'

export const unstartedCallsNobody: Check = {
  id: 'confirmation/unstarted-calls-nobody',
  requirement: 'CNF-09',
  level: 'MUST',
  profile: 'witnessed',
  title: 'a refused or previewed start makes no call to Stripe',
  scenarios: ['confirmation/unstarted'],
  needs: ['witness', 'start'],
  judge: (view, record) => {
    for (const call of callsOfUnstarted(view, record) ?? []) {
      record.expect(false, call, {
        message: 'a start that was refused or previewed called Stripe',
        expected: 'no call',
        seen: `${call.method} ${call.path}`,
        pointer: '/path',
      })
    }
  },
  counterexamples: [
    callInWindow(
      'a session is created before the text is looked at',
      { path: '/v1/checkout/sessions', operation: 'checkout.sessions.create' },
      'wrong-text',
    ),
    callInWindow('a customer is created for a preview', { path: '/v1/customers' }, 'preview-only'),
    callInWindow(
      'a price is looked up for a preview',
      { method: 'GET', path: '/v1/prices/price_1', operation: 'prices.retrieve', mutating: false },
      'preview-only-without-text',
    ),
    callInWindow('an unknown operation is called', { path: '/v1/made_up', operation: null }, 'no-text'),
  ],
}
