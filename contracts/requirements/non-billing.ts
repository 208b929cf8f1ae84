import { rowsOf, seed, standard, wire } from './requirement.ts'

const row = rowsOf('non-billing')
const boundary = seed('/postPurchaseDecisions/writeBoundary')

/** A decision records; it never charges. */
export const nonBilling = [
  row('NBL-01', 'MUST', 'sandbox', {
    statement:
      'Each decision answer carries all eight non-billing flags, present and false, and the contract declares billingMutationCreated false for each kind.',
    should: 'The redaction beside a decision lists the same eight flags as that of the read.',
    sources: [seed('/postPurchaseDecisions/allowedDecisions'), wire('6', 'decision + the eight false flags')],
    why: 'The flags are the written promise that accepting an offer charged nobody. A missing one promises nothing.',
    remedy: 'Emit all eight as constants on the decision and in redaction, also on replays.',
  }),
  row('NBL-02', 'MUST', 'sandbox', {
    statement: 'A decision leaves the intent as it was: status, amount, currency, bumps and updatedAt.',
    sources: [boundary, wire('6', 'Recording a decision leaves the intent as it was')],
    why: 'An intent that changes with a decision looks like a second sale, and breaks everyone who holds its updatedAt.',
    remedy: 'Write the decision to its own record and do not save the intent.',
  }),
  row('NBL-03', 'MUST', 'witnessed', {
    statement:
      'From before a decision until after the drain window no mutating call reaches Stripe, for each seeded kind, the first time and on replay.',
    should: 'No reading call reaches Stripe in that time either.',
    sources: [boundary, wire('6', 'makes no call to Stripe')],
    why: 'A follow-up offer that charges the stored card is a charge that the buyer did not authorise.',
    remedy:
      'Take every Stripe call, job and queue message out of the decision path; bill only in a flow of its own that confirms the amount.',
    levelNotes: 'The window is at least two seconds after the answer and can be configured.',
  }),
  row('NBL-04', 'MUST', 'sandbox', {
    statement: 'A decision changes no ledger aggregate, attribution or payout state.',
    sources: [boundary, wire('6', 'payableCommissionCreated, payoutCreated')],
    why: 'A commission for something that was not sold pays a partner for nothing.',
    remedy: 'Do not derive commission or payout from decisions.',
  }),
  row('NBL-05', 'MUST', 'witnessed', {
    statement: 'Reads and pages make no mutating call to Stripe.',
    sources: [
      seed('/checkoutSuccess/rawStripeIdsIncluded'),
      standard('RFC 9110', 'section 9.2.1, safe methods'),
    ],
    why: 'Reads are repeated, prefetched and crawled; an effect behind one happens at random.',
    remedy: 'Move the call to the write that needs it.',
  }),
  row('NBL-06', 'MUST', 'witnessed', {
    statement:
      "A start makes exactly one session-create, in payment mode, with the seeded amounts, the intent's reference and the caller's key; a replay makes none, nor does a start that is answered as a preview, and nothing else takes, invoices or pays out money at Stripe.",
    sources: [
      seed('/stacks/0/writeBoundary'),
      wire('3', "one POST /v1/checkout/sessions, mode=payment, the caller's idempotency key passed on"),
    ],
    why: 'A second session can be paid as well as the first; a wrong mode or amount bills something that was never confirmed.',
    remedy:
      'Create the intent first, then one session from the seeded prices with the idempotency key as a request option, and store its id.',
  }),
  row('NBL-07', 'MUST', 'sandbox', {
    statement: 'presentedOfferId and offerStackId of a decision follow from its kind, as seeded.',
    sources: [
      seed('/postPurchaseDecisions/allowedDecisions/0/presentedOfferId'),
      wire('6', 'presentedOfferId follows from the kind as seeded'),
    ],
    why: 'A decision filed under another offer misleads everybody who counts.',
    remedy: 'Look the offer up by the kind in the seed; never take it from the request.',
  }),
  row('NBL-08', 'MUST', 'witnessed', {
    statement: 'Only sandbox keys are used towards Stripe.',
    sources: [
      seed('/sandboxCheckout/liveModeEnabled'),
      standard('Stripe documentation, API keys', 'Test and live keys'),
    ],
    why: 'One live key in a sandbox turns each test into real money.',
    remedy: 'Refuse to start with a key that is not a test key.',
  }),
  row('NBL-09', 'MUST', 'sandbox', {
    statement:
      "The write boundary's other effects (fulfilment, entitlement, tax, notification) are declared absent in each answer that has their flag.",
    sources: [boundary, seed('/postPurchaseDecisionSummary/fulfillmentRowsIncluded')],
    why: 'An effect that is admitted, or left unsaid, is one that nobody confirmed.',
    remedy: 'Remove the effect, and emit its flag as false.',
  }),
  row('NBL-10', 'MUST', 'sandbox', {
    statement: 'A decision kind that is not on the seeded list is refused and records nothing.',
    sources: [
      seed('/postPurchaseDecisions/allowedDecisions'),
      wire('6', '400 post_purchase_decision_unsupported'),
    ],
    why: 'A free kind makes the aggregates meaningless and lets a client invent acceptance.',
    remedy: 'Look the kind up exactly in the seeded list and refuse anything else.',
  }),
]
