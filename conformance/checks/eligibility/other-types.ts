import type { Check } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import { baseline, expectSame } from '../../judge/state.ts'

const scenario = 'eligibility/other-types'

export const otherTypes: Check = {
  id: 'eligibility/other-types',
  requirement: 'ELG-11',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'events of payment intents, charges, customers, subscriptions and invoices open and close nothing',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    const before = baseline(view, record, { scenario, step: 'read-before' })
    record.each(
      view.exchanges({ scenario, step: 'read-after' }),
      'the read after an event of another type',
      (x) => {
        expectSame(record, x, before, `an event of type ${x.variant ?? ''} changed the intent`)
      },
    )
  },
  counterexamples: [
    reads('a payment intent opens', 'payment_intent.succeeded'),
    reads('a subscription opens', 'customer.subscription.created'),
    reads('an invoice opens', 'invoice.paid'),
    readsAs(
      'a payment intent closes',
      { scenario, step: 'read-after', variant: 'payment_intent.payment_failed' },
      { status: 'payment_failed' },
    ),
  ],
}

function reads(name: string, variant: string) {
  return readsAs(name, { scenario, step: 'read-after', variant }, { status: 'paid', eligible: true })
}
