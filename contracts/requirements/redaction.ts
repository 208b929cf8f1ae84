import { rowsOf, seed, standard, wire } from './requirement.ts'

const row = rowsOf('redaction')
const privateFields = seed('/postPurchaseDecisions/serverPrivateFields')

/** What never leaves the server. */
export const redaction = [
  row('RED-01', 'MUST', 'sandbox', {
    statement: "The buyer's email never comes back, in any form or encoding.",
    sources: [privateFields],
    why: 'The reads are public to whoever has an intent id. An email there is a leak of personal data.',
    remedy:
      'Build each answer from a list of allowed members; never spread a record, and never echo a request.',
  }),
  row('RED-02', 'MUST', 'sandbox', {
    statement: 'An idempotency key never comes back.',
    sources: [privateFields],
    why: 'Who knows a key can replay, or probe, what its owner did.',
    remedy: 'Do not echo the key, neither in the body nor in a header of the answer.',
  }),
  row('RED-03', 'MUST', 'sandbox', {
    statement:
      'An audit correlation id never comes back. Unlisted random values on public objects that stay the same are suspect; an id of the request that is fresh on each answer is not.',
    sources: [privateFields],
    why: 'A correlation id ties public answers to private logs and to one another.',
    remedy: 'Keep correlation ids in logs; send at most an id that is fresh for each request.',
  }),
  row('RED-04', 'MUST', 'sandbox', {
    statement:
      'A Stripe id of any kind never comes back, be it planted by the suite or merely shaped like one: session, payment intent, customer, charge, payment method, event, price, product, account, subscription, request id or key.',
    sources: [seed('/sandboxCheckout/rawStripeIdsIncluded'), privateFields],
    why: 'Stripe ids join a buyer to payment records, and some of them, such as session URLs and client secrets, act on their own.',
    remedy: "Give out ids of your own, and map them to Stripe's on the server.",
  }),
  row('RED-05', 'MUST', 'sandbox', {
    statement: 'Facts of the payment method (brand, last four digits, expiry) never come back.',
    sources: [privateFields, standard('PCI DSS 4.0', 'requirement 3, protect stored account data')],
    why: 'Card facts help to impersonate the buyer, and bring the service under card rules that it need not meet.',
    remedy: 'Do not store card facts from events; you have no use for them.',
  }),
  row('RED-06', 'MUST', 'sandbox', {
    statement: 'Private checkout metadata and the agent client id never come back.',
    sources: [privateFields],
    why: 'Metadata holds what the business knows about an order, and tells which agent acted for whom.',
    remedy: 'Project the allowed members; metadata is not among them.',
  }),
  row('RED-07', 'MUST', 'sandbox', {
    statement: 'A click gives back neither visitor key nor address, user agent or referrer.',
    sources: [
      seed('/stacks/0/validation/3'),
      wire('7', 'Client address, user agent, referrer and visitor key are never echoed'),
    ],
    why: 'They identify a visitor who only followed a link.',
    remedy: 'Answer a click with the members that the protocol lists, and store no more than you need.',
  }),
  row('RED-08', 'MUST', 'owner', {
    statement: "Neither the owner's identity nor a private reason comes back beyond the declared public one.",
    should: 'The reason that an owner sent is not published as it is, not even as the public one.',
    sources: [seed('/stacks/0/validation/5'), wire('9', 'actorRole, reasonPublic')],
    why: 'Review evidence is shown to partners; who reviewed it, and the notes, are not theirs to see.',
    remedy: 'Answer with the role and the public reason alone.',
  }),
  row('RED-09', 'MUST', 'public', {
    statement:
      'No property of a public object is named by the forbidden vocabulary, in snake, camel, kebab or Pascal case.',
    sources: [
      privateFields,
      seed('/postPurchaseDecisions/publicSafeFields'),
      standard('OWASP API Security Top 10 (2023)', 'API3, broken object property level authorization'),
    ],
    why: 'A private member that is null or masked today is filled tomorrow, and its name tells what to ask for.',
    remedy: 'Remove the member from the public view; null is not enough.',
  }),
  row('RED-10', 'MUST', 'public', {
    statement: 'Every declared redaction flag is present and false, and true to what was seen.',
    sources: [
      seed('/checkoutSuccess/privateDataIncluded'),
      wire('Conventions', 'a redaction object whose members are all false'),
    ],
    why: 'A flag that says "nothing private here" on an answer that holds something private is worse than none.',
    remedy: 'Emit the flags, and remove what contradicts them.',
    levelNotes: "A duplicate event's answer needs none.",
  }),
  row('RED-11', 'MUST', 'sandbox', {
    statement:
      "Only the redirect route's Location carries a Stripe URL, and the success page never repeats session_id.",
    sources: [
      seed('/checkoutSuccess/rawStripeIdsIncluded'),
      wire('4', 'the only place where a Stripe-issued URL may leave the system'),
    ],
    why: 'The URL of a session is a capability: whoever has it sees and pays the order.',
    remedy: 'Link to your own redirect route, and ignore the session id in the query of the success page.',
  }),
  row('RED-12', 'MUST', 'sandbox', {
    statement:
      'Errors, conflicts, replays, 404s, HEAD, OPTIONS and other Accept and encodings leak no more than the good path.',
    sources: [privateFields, standard('CWE-209', 'sensitive information in error messages')],
    why: 'Views are cleaned for the good path; leaks sit in the paths that nobody looks at.',
    remedy: 'Send every answer, errors included, through the same projection.',
  }),
  row('RED-13', 'MUST', 'sandbox', {
    statement: 'Two worlds that differ only in their secrets look alike beyond the noise of equal worlds.',
    sources: [privateFields, standard('CWE-203', 'observable discrepancy')],
    why: 'A hash, mask or encryption of a secret still tells one buyer from another.',
    remedy: 'Make public values from random or from public data, never from a secret.',
  }),
  row('RED-14', 'MUST', 'public', {
    statement: 'No answer holds a stack trace, a file path, SQL, or the text of an upstream error.',
    sources: [
      seed('/stacks/0/validation/2'),
      wire('3', 'no Stripe text in the answer'),
      standard('CWE-209', 'sensitive information in error messages'),
    ],
    why: 'They show an attacker how the service is built, and often carry the values that failed.',
    remedy: 'Log the error under a request id; answer with a code and words of your own.',
  }),
  row('RED-15', 'MAY', 'sandbox', {
    statement: 'Answers about one intent say cache-control no-store or private.',
    sources: [standard('RFC 9111', 'section 5.2.2, response directives')],
    why: 'A shared cache would serve the state of one buyer to the next.',
    remedy: 'Set cache-control: no-store on per-intent answers.',
  }),
  row('RED-16', 'MUST', 'public', {
    statement: 'A refusal helps nobody forge: it holds no expected signature, secret or key.',
    sources: [
      seed('/sandboxCheckout/webhook'),
      wire('5', '400 stripe_signature_verification_failed'),
      standard('CWE-209', 'sensitive information in error messages'),
    ],
    why: 'An answer that names the right signature is an oracle that signs any event.',
    remedy: 'Answer with the code alone, and do not print what was expected.',
  }),
]
