import type { WitnessedCall } from '../transcript.ts'

/** What in Stripe's API holds money, or a promise of it. */
const holders = [
  ...['transfers', 'payouts', 'topups', 'charges', 'refunds', 'payment_intents', 'setup_intents', 'invoices'],
  ...[
    'invoiceitems',
    'subscriptions',
    'credit_notes',
    'application_fees',
    'customers/[^/]+/balance_transactions',
  ],
]
/** Making one, or setting it off; not changing what is written on it. */
const money = new RegExp(
  `^/v1/(?:${holders.join('|')})(?:/[^/]+/(?:confirm|capture|pay|finalize|send|refunds?|reversals|reverse))?$`,
)

export function movesMoney({ mutating, method, path }: WitnessedCall): boolean {
  return mutating && method === 'POST' && money.test(path)
}

/** Money that goes back to the buyer, or comes back from a partner. */
export function givesBack({ path }: WitnessedCall): boolean {
  return /\/(?:refunds?|credit_notes|reversals|reverse)$/.test(path)
}
