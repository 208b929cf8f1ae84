import { rowsOf, seed, standard, wire } from './requirement.ts'

const row = rowsOf('confirmation')

/** What it takes to start something, and what a start means. */
export const confirmation = [
  row('CNF-01', 'MUST', 'public', {
    statement:
      'A start without the confirmation text starts nothing: the answer has no checkout intent id and no redirect.',
    sources: [
      seed('/sandboxCheckout/confirmationRequired'),
      wire('3', 'preview, reason "confirmation_text_required", no intent, no Stripe call'),
    ],
    why: 'The typed text is the proof that somebody meant to buy. Without it an agent or a stray click opens a payment.',
    remedy: 'Compare the text before anything is created and answer with the preview where it is missing.',
  }),
  row('CNF-02', 'MUST', 'public', {
    statement:
      'A text that is not exactly the seeded one starts nothing: other case, blanks, look-alike or invisible characters, another Unicode form, a prefix or suffix, one character off, the text of a decision, another JSON type around it, or the text in a query, header or other member.',
    sources: [
      seed('/stacks/0/confirmation/checkoutText'),
      wire('3', 'confirmation missing or not exactly the text'),
      standard('Unicode UTS #39', 'section 4, confusable detection'),
    ],
    why: 'Each tolerance is a way to confirm without having read the words, and a comparison by pattern or coercion accepts texts that nobody foresaw.',
    remedy:
      "Use `typeof text === 'string' && text === seeded`, on the body's confirmationText alone. No trim, no case folding, no normalisation, no regular expression.",
  }),
  row('CNF-03', 'MUST', 'sandbox', {
    statement:
      'The exact text starts the checkout, also under an idempotency key that only a preview has carried before.',
    sources: [seed('/stacks/0/confirmation/checkoutText'), wire('3', 'confirmed: stripe_session_created')],
    why: 'Buyers look at the preview first. If that uses their key up, the confirmed request answers with the preview for ever.',
    remedy: 'Bind an idempotency key when an intent is created, not when a preview is shown.',
  }),
  row('CNF-04', 'MUST', 'sandbox', {
    statement: 'A decision needs its own exact text; the same near misses are refused and record nothing.',
    sources: [
      seed('/postPurchaseDecisions/confirmationText'),
      wire('6', '400 post_purchase_confirmation_required'),
    ],
    why: 'A recorded decision is evidence of what a buyer wanted. A loose comparison makes evidence of what nobody said.',
    remedy: 'Compare with the decision text of the seed, strictly, before the store is touched.',
  }),
  row('CNF-05', 'MUST', 'public', {
    statement: 'Every read that speaks of a confirmation publishes the seeded text, character for character.',
    sources: [
      seed('/stacks/0/confirmation/checkoutText'),
      seed('/postPurchaseDecisions/confirmationText'),
      wire('2', 'confirmation{required: true, text}'),
    ],
    why: 'Clients copy the text from the read. If that differs by one character, no start can succeed.',
    remedy:
      'Read the text from the seed wherever it is served; check for HTML entities and typographic quotes on the way.',
  }),
  row('CNF-06', 'MUST', 'public', {
    statement: 'previewOnly starts nothing, whatever the text says.',
    sources: [wire('3', 'previewOnly: true gives the preview, even with the right text')],
    why: 'A caller that asks for a preview relies on it having no effect.',
    remedy: 'Decide on previewOnly before the text is compared.',
  }),
  row('CNF-07', 'MUST', 'sandbox', {
    statement:
      'What is confirmed is what is bought: another seeded offer as the primary is refused, only allow-listed bumps are taken, totals are the sums of the seeded prices, and a bump named twice counts once.',
    sources: [
      seed('/writeBoundary'),
      seed('/sandboxCheckout/allowedOrderBumpPriceIds'),
      wire('3', '404 sandbox_offer_not_found; 400 unsupported_order_bump'),
    ],
    why: 'The text names one offer and one amount. Whoever can swap the line items pays, or is charged, something else.',
    remedy:
      "Accept the primary offer's priceId only, check each bump against the allow-list, collapse duplicates, and sum on the server.",
  }),
  row('CNF-08', 'MUST', 'sandbox', {
    statement: 'A ledger entry needs its own exact confirmation text.',
    extra: { profile: 'owner', statement: 'An owner action needs its own exact confirmation text.' },
    sources: [
      seed('/stacks/0/writeBoundary'),
      wire('8', '400 commission_ledger_confirmation_required'),
      wire('9', '400 commission_review_confirmation_required'),
    ],
    why: 'Commission evidence and its review move money later on; they need as much intent as a purchase.',
    remedy: "Compare each operation's text with its own, strictly, before the store is touched.",
  }),
  row('CNF-09', 'MUST', 'witnessed', {
    statement: 'A refused or previewed start makes no call to Stripe.',
    sources: [seed('/sandboxCheckout/confirmationRequired'), wire('3', 'no intent, no Stripe call')],
    why: 'A session that was created before the text was checked can be paid by anybody who gets hold of its URL.',
    remedy: 'Do every check first; call Stripe last.',
  }),
  row('CNF-10', 'MUST', 'sandbox', {
    statement:
      'Amounts, currencies, titles, statuses and other members that a client adds to a request change nothing.',
    sources: [
      seed('/writeBoundary'),
      standard('OWASP API Security Top 10 (2023)', 'API3, broken object property level authorization'),
    ],
    why: 'Where the request body is spread into the record, a buyer sets the price or marks the intent as paid.',
    remedy:
      'Pick the named members from the body one by one. Never spread it into a record or into a call to Stripe.',
  }),
  row('CNF-11', 'SHOULD', 'sandbox', {
    statement: 'A successUrl or cancelUrl of another origin or scheme reaches neither Stripe nor an answer.',
    sources: [
      wire('3', 'success_url with checkout_intent_id and session_id in its query'),
      standard('CWE-601', 'URL redirection to untrusted site'),
    ],
    why: 'The return address receives the session id in its query. An open one hands it, and the buyer, to a stranger.',
    remedy: "Accept a path, or a URL of the site's own origin over https, and ignore or refuse the rest.",
  }),
  row('CNF-12', 'SHOULD', 'sandbox', {
    statement:
      "The redirect route answers 303 while the intent is open and 404 afterwards, and a replay carries the intent's current status and redirect.",
    sources: [
      wire('3', "status: the intent's current one, redirect | null"),
      wire('4', '303 while the intent is stripe_session_created; else 404'),
    ],
    why: 'A buyer who goes back must get to the payment that is still open, and never to one that is over.',
    remedy: 'Look the intent up at each request instead of storing the first answer.',
  }),
]
