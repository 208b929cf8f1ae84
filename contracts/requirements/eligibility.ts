import { rowsOf, seed, standard, wire } from './requirement.ts'

const row = rowsOf('eligibility')
const ordering = standard(
  'Stripe documentation, Webhooks',
  'Event ordering: delivery order is not guaranteed',
)

/** When the post-purchase path is open. */
export const eligibility = [
  row('ELG-01', 'MUST', 'sandbox', {
    statement:
      'An intent that was only started is not eligible: the read says so, a decision is answered with 409, and nothing is recorded.',
    sources: [
      seed('/postPurchaseDecisions/eligibleCheckoutStatuses'),
      wire('6', '409 post_purchase_checkout_not_eligible with checkout'),
    ],
    why: 'A decision of somebody who never paid is no evidence of anything, and pollutes the counts.',
    remedy: "Check the intent's current status inside the write itself, against the seeded list.",
  }),
  row('ELG-02', 'MUST', 'sandbox', {
    statement:
      'Only a verified webhook opens an intent: not the success page, not the redirect route, not a member that a client sends, not an unsigned or badly signed event.',
    sources: [
      seed('/checkoutSuccess/status'),
      wire('5', 'Bad, stale or foreign signature, or a changed body: 400'),
    ],
    why: 'Anybody can open the success URL. If that counts as payment, goods are free.',
    remedy:
      'Change statuses in the webhook handler alone, after the signature has been verified; let pages only read.',
  }),
  row('ELG-03', 'MUST', 'sandbox', {
    statement: 'A checkout.session.completed event with payment_status "paid" opens the intent.',
    sources: [
      seed('/stacks/0/postPurchasePath/trigger'),
      wire('5', 'checkout.session.completed, payment_status: "paid" gives paid'),
    ],
    why: 'A buyer who paid and still finds the path closed is lost, and so is the sale.',
    remedy: "Find the intent by the event's metadata and set it to paid.",
  }),
  row('ELG-04', 'MUST', 'sandbox', {
    statement: 'eligible is true exactly when the status is one of the seeded ones, at every read.',
    sources: [
      seed('/postPurchaseDecisions/eligibleCheckoutStatuses'),
      wire('5', 'any other payment_status gives completed'),
    ],
    why: 'Clients branch on the flag and reports on the status. If the two disagree, one of them is lying.',
    remedy: 'Compute eligible from the status and the seeded list on each read; do not store it.',
  }),
  row('ELG-05', 'MUST', 'sandbox', {
    statement:
      'checkout.session.expired and async_payment_failed leave an unpaid intent closed, also one that was completed; async_payment_succeeded opens it.',
    sources: [
      seed('/postPurchaseDecisions/eligibleCheckoutStatuses'),
      wire('5', 'async_payment_succeeded: paid; async_payment_failed: payment_failed; expired: expired'),
      standard('Stripe documentation, Fulfill orders', 'Delayed payment methods'),
    ],
    why: 'With delayed methods the money arrives, or does not, days later. Ignoring the outcome sells unpaid or refuses paid.',
    remedy: "Handle all four session events with the protocol's table of states.",
  }),
  row('ELG-06', 'MUST', 'public', {
    statement: 'An unknown intent reads as checkout null with 200, and takes no decision.',
    sources: [
      seed('/postPurchaseDecisions/apiRoute'),
      wire('6', 'An unknown intent gives checkout: null, status 200; 400 checkout_intent_not_found'),
    ],
    why: 'An id that nobody issued must open nothing, and must not be told apart by an error that leaks.',
    remedy: 'Answer null for a missing intent on the read and refuse the write.',
  }),
  row('ELG-07', 'MUST', 'sandbox', {
    statement:
      'An event opens the intent that it names and no other; metadata wins over client_reference_id.',
    sources: [
      seed('/stacks/0/postPurchasePath/trigger'),
      wire('5', 'found by data.object.metadata.checkout_intent_id, else client_reference_id'),
    ],
    why: 'Matching by anything looser, such as the latest intent or the email, credits one buyer with the payment of another.',
    remedy: 'Look up metadata.checkout_intent_id first and client_reference_id only where that is absent.',
  }),
  row('ELG-08', 'MUST', 'sandbox', {
    statement: 'An event with livemode true changes nothing in the sandbox.',
    sources: [
      seed('/sandboxCheckout/liveModeEnabled'),
      wire('5', 'refused in the sandbox (400) or taken without effect (200)'),
    ],
    why: 'A live event in a sandbox means that two environments are crossed; acting on it touches a real buyer.',
    remedy: 'Refuse the event, or acknowledge it and drop it, before the intent is looked up.',
  }),
  row('ELG-09', 'SHOULD', 'sandbox', {
    statement: 'An event whose amount or currency contradicts the intent does not make it paid.',
    sources: [
      wire('3', 'line items from the chosen prices'),
      standard('Stripe documentation, Fulfill orders', 'Check what was bought before fulfilling it'),
    ],
    why: 'A session of another price that carries the reference would open the path for less money.',
    remedy: "Compare amount_total and currency with the intent's before the status is changed.",
  }),
  row('ELG-10', 'SHOULD', 'sandbox', {
    statement:
      'A paid intent is never taken back by a late expired, async_payment_failed or older unpaid event.',
    sources: [wire('Where implementations may differ', 'paid is final (SHOULD)'), ordering],
    why: 'Events arrive late and in any order. A buyer who paid must not lose access to a stale message.',
    remedy: 'Treat paid as final: let later session events leave it as it is.',
  }),
  row('ELG-11', 'SHOULD', 'sandbox', {
    statement: "Events of other types, such as payment_intent.succeeded or a subscription's, open nothing.",
    sources: [
      seed('/stacks/0/postPurchasePath/trigger'),
      wire('5', 'An event of an unknown type: 200, checkoutIntentUpdated: false'),
    ],
    why: 'Other objects carry the same metadata; a handler that looks only at that is opened by the wrong event.',
    remedy: 'Switch on the exact event type and answer 200 without effect by default.',
  }),
  row('ELG-12', 'MAY', 'sandbox', {
    statement:
      'A completed event that is not paid is eligible where the seed lists completed; the report notes it.',
    sources: [
      seed('/postPurchaseDecisions/eligibleCheckoutStatuses'),
      wire('5', 'any other payment_status gives completed'),
    ],
    why: 'Whoever reads the report should know that decisions can be recorded before the money is there.',
    remedy: 'Nothing to put right. To close it, take completed off the eligible statuses of the seed.',
  }),
  row('ELG-13', 'MAY', 'sandbox', {
    statement:
      'The path closes after the seeded number of minutes; this takes a target whose clock can be moved.',
    sources: [seed('/stacks/0/postPurchasePath/expiresAfterMinutes')],
    why: 'A time-boxed offer that stays open for ever was never time-boxed.',
    remedy: 'Compare the time of the payment with the seeded minutes when a decision comes in.',
    levelNotes: 'The seed states the number but no answer for afterwards, so it is noted and not judged.',
  }),
  row('ELG-14', 'MUST', 'sandbox', {
    statement: 'Nothing but a verified event changes the status of an intent once it is started.',
    sources: [seed('/checkoutSuccess/status'), wire('5', 'event to intent status')],
    why: 'Each other way to change a status is a way round the payment.',
    remedy: 'Keep one function that moves a status, and call it from the webhook handler alone.',
  }),
]
