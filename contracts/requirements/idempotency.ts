import { rowsOf, seed, standard, wire } from './requirement.ts'

const row = rowsOf('idempotency')
const header = standard('IETF draft-ietf-httpapi-idempotency-key-header', 'section 2')
const stripe = standard('Stripe API reference', 'Idempotent requests')

/** The same request twice has one effect. */
export const idempotency = [
  row('IDM-01', 'MUST', 'sandbox', {
    statement:
      'A decision, a ledger entry, an owner action and a click need an idempotency key, in the body or in the header.',
    sources: [
      seed('/stacks/0/writeBoundary'),
      wire('6', '400 idempotency_key_required'),
      wire('7', '400 idempotency_required'),
    ],
    why: 'Without a key a retry after a lost answer cannot be told from a second wish.',
    remedy: 'Refuse a write without a key before anything is stored.',
  }),
  row('IDM-02', 'MUST', 'sandbox', {
    statement: 'A replay answers with the same id and duplicate true, and has one effect in all.',
    sources: [
      seed('/postPurchaseDecisionSummary/aggregateCounts'),
      wire('6', 'duplicate: true, the first decision'),
      stripe,
    ],
    why: 'Networks repeat requests. Each repeat that takes effect is a duplicate that somebody has to find and undo.',
    remedy: 'Store the key with its result under a unique constraint and answer replays from that record.',
  }),
  row('IDM-03', 'MUST', 'sandbox', {
    statement:
      'A key that comes with another intent or kind is answered with 409 and no effect; the first answer still replays.',
    sources: [
      wire('6', 'key known, other intent or kind: 409 post_purchase_decision_idempotency_conflict'),
      stripe,
    ],
    why: 'Answering with the first result would tell the caller that the second wish was recorded, which it was not.',
    remedy: 'Store what the key stood for, compare on reuse, and refuse where it differs.',
  }),
  row('IDM-04', 'MUST', 'sandbox', {
    statement: 'Twenty racing requests with one key have one effect and one id, and none gets a 5xx.',
    sources: [wire('6', 'key known, same intent and kind: post_purchase_decision_replayed'), header],
    why: 'A double click arrives within milliseconds; looking first and writing later lets both through.',
    remedy:
      'Let the store decide: insert under a unique constraint, and on a conflict read and replay the winner.',
  }),
  row('IDM-05', 'MUST', 'sandbox', {
    statement: 'One key starts one checkout, also in a race.',
    extra: { profile: 'witnessed', statement: 'One key makes one Stripe session, also in a race.' },
    sources: [wire('3', 'same idempotency key again: the same checkoutIntentId, duplicate: true'), stripe],
    why: 'Two sessions for one order are two chances to be charged.',
    remedy: 'Reserve the key together with the intent before Stripe is called, and pass the key on.',
  }),
  row('IDM-06', 'MUST', 'sandbox', {
    statement:
      'A checkout key that is reused with another body never starts a second checkout nor changes the first.',
    should: 'Such a request is refused.',
    sources: [
      wire(
        'Where implementations may differ',
        'a refusal (4xx) or the first intent again; never a second or changed one',
      ),
      stripe,
    ],
    why: 'A changed basket under a confirmed key would be bought without having been confirmed.',
    remedy: 'Store a fingerprint of the request with the key and answer 409 where it differs.',
  }),
  row('IDM-07', 'MUST', 'sandbox', {
    statement:
      'Keys are compared exactly: case, inner blanks and long common prefixes (200 characters) stay distinct.',
    should: 'Blanks around a key in the body belong to the key.',
    sources: [wire('Conventions', 'An idempotency key may come as body or header'), header],
    why: 'A folded or truncated key answers one buyer with the result of another.',
    remedy:
      'Store the key as given in a column that is long enough and compares by bytes, or store a strong hash of it.',
  }),
  row('IDM-08', 'SHOULD', 'sandbox', {
    statement:
      'A key in the header means the same as one in the body, and a key of one operation means nothing to another.',
    sources: [wire('Conventions', 'body idempotencyKey or header Idempotency-Key; the body wins'), header],
    why: 'Clients reuse one key for a whole flow, and libraries send it as a header.',
    remedy: 'Read the body member, then the header, and make the operation part of the unique constraint.',
  }),
  row('IDM-09', 'MUST', 'sandbox', {
    statement: 'Racing deliveries of one event take effect once.',
    sources: [
      seed('/sandboxCheckout/webhook'),
      wire('5', 'The same event id again: duplicate: true, no effect'),
      standard('Stripe documentation, Webhooks', 'Handle duplicate events'),
    ],
    why: 'Stripe delivers at least once, and sometimes twice at the same moment.',
    remedy: 'Insert the event id under a unique constraint in the transaction that applies the event.',
  }),
]
