import type { Check } from '../../judge/check.ts'
import { callsBetween, isWitnessed, positionBefore } from '../../judge/witnessed.ts'

const scenario = 'non-billing/reads'

export const readsBillNothing: Check = {
  id: 'non-billing/reads-bill-nothing',
  requirement: 'NBL-05',
  level: 'MUST',
  profile: 'witnessed',
  title: 'reads and pages make no mutating call to Stripe',
  scenarios: [scenario],
  needs: ['start', 'pay', 'witness'],
  judge: (view, record) => {
    if (!isWitnessed(view, record)) return
    const reads = view.exchanges({ scenario, step: 'read' })
    const drain = view.pauses.find((pause) => pause.scenario === scenario && pause.step === 'drain')
    const [first] = reads
    if (first === undefined || drain === undefined) {
      record.missing('reads, and the drain window after them')
      return
    }
    record.each(reads, 'a read', () => record.saw())
    for (const call of callsBetween(view, positionBefore(view, first.n), drain.n)) {
      record.expect(!call.mutating, call, {
        message: `a read called Stripe: ${call.operation ?? 'an unknown operation'}`,
        expected: 'no mutating call',
        seen: `${call.method} ${call.path}`,
        pointer: '/operation',
      })
    }
  },
  counterexamples: [
    {
      name: 'the success page captures a payment',
      edit: (editor) =>
        editor.call(
          { scenario, step: 'read', variant: 'page.success' },
          { operation: 'payment_intents.capture', path: '/v1/payment_intents/pi_1/capture' },
        ),
    },
    {
      name: 'the read of an intent creates a customer',
      edit: (editor) =>
        editor.call(
          { scenario, step: 'read', variant: 'intent' },
          { operation: 'customers.create', path: '/v1/customers' },
        ),
    },
  ],
}
