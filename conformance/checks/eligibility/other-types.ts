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
    const paid = baseline(view, record, { scenario, step: 'read-paid' })
    // What is final is a payment; where an unpaid checkout opens, it may still fail.
    if (paid?.status !== 'paid') return
    record.each(
      view.exchanges({ scenario, step: 'read-after-payment' }),
      'the read after an event of another type on a paid intent',
      (x) => {
        expectSame(record, x, paid, `an event of type ${x.variant ?? ''} took a payment back`)
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
    readsAs(
      'a refund takes a payment back',
      { scenario, step: 'read-after-payment', variant: 'charge.refunded' },
      { status: 'payment_failed', eligible: false },
    ),
  ],
}

function reads(name: string, variant: string) {
  return readsAs(name, { scenario, step: 'read-after', variant }, { status: 'paid', eligible: true })
}
