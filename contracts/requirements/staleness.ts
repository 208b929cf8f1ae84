import { rowsOf, seed, standard, wire } from './requirement.ts'

const row = rowsOf('staleness')

/** Nobody decides on a state that has moved on. */
export const staleness = [
  row('STL-01', 'MUST', 'sandbox', {
    statement:
      'expectedCheckoutUpdatedAt is needed and is a positive integer; a string, a fraction, a negative number and zero are refused.',
    sources: [
      seed('/postPurchaseDecisions/publicSafeFields/6'),
      wire('6', '400 expected_checkout_updated_at_required (integer > 0)'),
    ],
    why: 'A coerced or defaulted version makes the check pass by accident.',
    remedy: 'Accept Number.isInteger(value) && value > 0 and refuse everything else.',
    levelNotes: 'N.0 is the integer N in JSON and may be accepted.',
  }),
  row('STL-02', 'MUST', 'sandbox', {
    statement:
      'An expected time that is older, newer or off by one is answered with 409 and the current public state; nothing is recorded.',
    sources: [
      wire('6', '409 post_purchase_checkout_stale_state with checkout'),
      standard('RFC 9110', 'section 13.1.1, If-Match'),
    ],
    why: 'The caller saw another state than the one that it decides on; it needs the current one to decide again.',
    remedy:
      'Compare for equality inside the transaction that writes, and send the checkout along with the 409.',
  }),
  row('STL-03', 'MUST', 'sandbox', {
    statement: 'A replay answers with the first decision although the state has moved on since.',
    sources: [wire('6', 'checked in this order: key known, same intent and kind: replayed')],
    why: 'A retry asks what became of the first request. Refusing it as stale hides that it was recorded.',
    remedy: 'Look the key up before the eligibility and the expected time are compared.',
  }),
  row('STL-04', 'MUST', 'owner', {
    statement:
      'Owner actions compare expectedUpdatedAt likewise; updatedAt grows strictly, and of racing actions on one value exactly one wins.',
    sources: [
      seed('/stacks/0/validation/5'),
      wire('9', '409 commission_review_stale_state; updatedAt strictly grows'),
      standard('CWE-367', 'time-of-check time-of-use race condition'),
    ],
    why: 'Two reviewers who overwrite each other leave a state that neither of them chose.',
    remedy:
      'Update with the expected value in the WHERE clause, and set updatedAt to max(now, previous + 1).',
  }),
  row('STL-05', 'SHOULD', 'sandbox', {
    statement: "Every change of an intent's state moves its updatedAt forward.",
    sources: [
      wire('5', "Each change moves the intent's updatedAt forward, strictly where two fall into one second"),
    ],
    why: 'A version that stands still makes an old view look current.',
    remedy: 'Set updatedAt to max(now, previous + 1) wherever the status is changed.',
  }),
]
