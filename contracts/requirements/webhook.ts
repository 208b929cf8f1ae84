import { rowsOf, seed, standard, wire } from './requirement.ts'

const row = rowsOf('webhook')
const signatures = standard('Stripe documentation, Webhooks', 'Verify webhook signatures manually')
const route = seed('/sandboxCheckout/webhook')

/** Only Stripe's own words change a state, and each of them once. */
export const webhook = [
  row('WHK-01', 'MUST', 'public', {
    statement: 'An unsigned event is answered with 400 and has no effect.',
    sources: [route, wire('5', 'No header: 400 stripe_signature_missing'), signatures],
    why: 'The URL is public. Whoever can post an event there without a signature marks orders as paid.',
    remedy: 'Refuse a request without a Stripe-Signature header before the body is parsed.',
  }),
  row('WHK-02', 'MUST', 'sandbox', {
    statement:
      'Refused and without effect: a wrong secret, a changed body, a time older than the tolerance, v0 alone, a truncated, empty or garbled header, the signature of another body.',
    sources: [
      route,
      wire('5', 'HMAC-SHA256 over t.body, tolerance 300 s; 400 stripe_signature_verification_failed'),
      signatures,
    ],
    why: 'Each of these is how a forged or replayed event gets past a check that was written by hand.',
    remedy: "Use the stripe package's constructEvent on the raw bytes with the default tolerance.",
  }),
  row('WHK-03', 'MUST', 'sandbox', {
    statement:
      'Accepted: several v1 signatures of which one is good, and a body with unusual white space, escapes or member order as it was signed.',
    sources: [route, wire('5', 'raw body'), signatures],
    why: 'While a secret is rolled Stripe signs with both; refusing that loses real payments.',
    remedy: 'Verify the bytes as they came, before any JSON middleware, and try each v1 in the header.',
  }),
  row('WHK-04', 'MUST', 'sandbox', {
    statement:
      'A repeated event id is answered with duplicate true and has no effect at all; equal content under a new id is no duplicate.',
    sources: [
      route,
      wire('5', 'The same event id again: 200 duplicate: true, no effect'),
      standard('Stripe documentation, Webhooks', 'Handle duplicate events'),
    ],
    why: 'Stripe repeats deliveries for days. Each one that counts again moves a state that was settled.',
    remedy: 'Store processed event ids, after verification, and compare by id alone.',
  }),
  row('WHK-05', 'MUST', 'sandbox', {
    statement:
      'Unknown checkout.session types and events for unknown intents are answered with 200 and have no effect.',
    sources: [
      route,
      wire('5', 'An event for an unknown intent, or of an unknown type: 200, checkoutIntentUpdated: false'),
    ],
    why: 'An error makes Stripe retry for days and then disable the endpoint for all events.',
    remedy: 'Acknowledge what you do not handle.',
  }),
  row('WHK-06', 'MUST', 'sandbox', {
    statement:
      "The events of one checkout, in the order in which Stripe sends them, end in the state of the protocol's table.",
    should:
      'So do they in any other order, and a failed or expired intent is not reopened by a completed event that is not paid.',
    sources: [
      seed('/stacks/0/postPurchasePath/trigger'),
      wire('5', 'event to intent status'),
      standard('Stripe documentation, Webhooks', 'Event ordering: delivery order is not guaranteed'),
    ],
    why: 'Each order that ends elsewhere is a buyer who paid and is refused, or who did not pay and is served.',
    remedy: 'Write the transitions as one table from state and event to state, with paid as final.',
  }),
  row('WHK-07', 'SHOULD', 'sandbox', {
    statement:
      'Signed nonsense (null, an array, no data, no id, wrong types) is refused below 500, and an event that failed can be delivered again.',
    sources: [route, wire('Conventions', 'with a 4xx/5xx status')],
    why: 'A crash on a valid signature is an outage on demand, and an event marked as done before it was applied is lost.',
    remedy:
      'Check the shape after the signature, and record the event id in the transaction that applies it.',
  }),
  row('WHK-08', 'SHOULD', 'public', {
    statement: 'Methods other than POST are refused on the webhook route.',
    sources: [wire('5', 'POST'), standard('RFC 9110', 'section 15.5.6, 405 Method Not Allowed')],
    why: 'A handler that also answers GET can be triggered by a link or a crawler.',
    remedy: 'Register the handler for POST alone.',
  }),
]
