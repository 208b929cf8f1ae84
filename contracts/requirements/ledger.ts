import { rowsOf, seed, wire } from './requirement.ts'

const row = rowsOf('ledger')
const validation = seed('/stacks/0/validation/4')

/** Commission evidence: for review, never payable. */
export const ledger = [
  row('LED-01', 'MUST', 'sandbox', {
    statement:
      'Evidence needs an attributed intent that was started with the confirmation text, and there is one entry an intent.',
    sources: [
      validation,
      wire(
        '8',
        '400 checkout_intent_not_trusted, checkout_referral_attribution_required; 409 commission_ledger_checkout_conflict',
      ),
    ],
    why: 'Evidence without a sale, or twice for one, is what a payout fraud looks like.',
    remedy: 'Check the intent and its attribution on the server, and put a unique constraint on the intent.',
  }),
  row('LED-02', 'MUST', 'sandbox', {
    statement:
      'An entry is review_only and not_payable, its amounts come from the seeded prices and the declared rates with each line rounded, its flags are false, and neither it nor its review moves money at Stripe.',
    should: 'It carries the declared hold window and the first review status.',
    sources: [
      validation,
      wire('8', 'ledgerStatus: "review_only", payoutStatus: "not_payable"; each rounded'),
    ],
    why: 'The amount is what a partner will ask for, and a payable status is what a payout job looks for.',
    remedy:
      'Compute each line in integer cents from the seed, round it, sum, and set the two statuses as constants. Give the code of the ledger no Stripe client.',
  }),
  row('LED-03', 'MUST', 'sandbox', {
    statement: 'The ledger aggregates follow the entries, and hold no rows.',
    sources: [
      validation,
      wire('10', 'affiliateCommissionLedger{contract, ownerReviewActions, summary}; aggregates only'),
    ],
    why: 'Public rows show what each partner earns with each buyer.',
    remedy: 'Publish counts and sums alone, computed from the entries.',
  }),
  row('LED-04', 'MUST', 'sandbox', {
    statement: 'Racing requests for one intent create one entry.',
    sources: [validation, wire('8', 'one entry an intent')],
    why: 'Two entries are two commissions for one sale.',
    remedy: 'Put a unique constraint on the intent and replay or refuse the loser.',
  }),
  row('LED-05', 'MAY', 'sandbox', {
    statement: 'Evidence may be created for an intent that was never paid; the report notes it.',
    sources: [validation, wire('8', 'checkout_intent_not_trusted')],
    why: 'Whoever reads the report should know that evidence is no proof of payment.',
    remedy: 'Nothing to put right. To be stricter, ask for a paid intent.',
  }),
]
