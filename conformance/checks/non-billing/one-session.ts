import type { Check } from '../../judge/check.ts'
import { memberOf, startedIntent } from '../../judge/look.ts'
import { callsDuring, isSessionCreate, isWitnessed, referenceOf } from '../../judge/witnessed.ts'

const scenario = 'non-billing/start'
const session = { operation: 'checkout.sessions.create', path: '/v1/checkout/sessions' }

export const oneSession: Check = {
  id: 'non-billing/one-session',
  requirement: 'NBL-06',
  level: 'MUST',
  profile: 'witnessed',
  title: 'a start creates exactly one session at Stripe; its replay and a preview create none',
  scenarios: [scenario],
  needs: [],
  judge: (view, record) => {
    if (!isWitnessed(view, record)) return
    const creates = view.calls.filter(isSessionCreate)
    record.each(view.exchanges({ scenario, step: 'start' }), 'a start', (x) => {
      const id = startedIntent(x)
      if (id === undefined) return record.missing(`a start: status ${x.response?.status}`)
      const own = new Set([
        ...callsDuring(view, x).filter(isSessionCreate),
        ...creates.filter((call) => referenceOf(call) === id),
      ])
      const expected = memberOf(x, 'status') === 'preview' ? 0 : 1
      record.expect(own.size === expected, x, {
        message:
          expected === 1
            ? 'a start did not create exactly one session at Stripe'
            : 'a start that was answered as a preview created a session at Stripe',
        expected: `${expected} session${expected === 1 ? '' : 's'} created`,
        seen: String(own.size),
        pointer: '/response/body/checkoutIntentId',
      })
    })
    for (const step of ['again', 'preview']) {
      record.each(view.exchanges({ scenario, step }), `a start (${step})`, (x) => {
        const made = callsDuring(view, x).filter(isSessionCreate)
        record.expect(made.length === 0, made[0] ?? x, {
          message: `a session was created at Stripe for a ${step === 'again' ? 'replay' : 'preview'}`,
          expected: 'no session created',
          seen: String(made.length),
          pointer: '/operation',
        })
      })
    }
  },
  counterexamples: [
    {
      name: 'the replay creates a second session',
      edit: (editor) => editor.call({ scenario, step: 'start' }, session),
    },
    {
      name: 'a preview creates a session',
      edit: (editor) => editor.call({ scenario, step: 'preview' }, session),
    },
    {
      name: 'no session is created',
      edit: (editor) =>
        editor.editCalls((calls) =>
          calls.map((call) => ({ ...call, operation: 'balance.retrieve', path: '/v1/balance' })),
        ),
    },
  ],
}
