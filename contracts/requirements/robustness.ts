import { rowsOf, seed, standard, wire } from './requirement.ts'

const row = rowsOf('robustness')

/** What happens when a request is not as it should be. */
export const robustness = [
  row('ROB-01', 'MUST', 'public', {
    statement:
      'Malformed JSON, null, arrays, scalars, wrong types, deep nesting, long strings, odd Unicode and wrong content types never cause a 5xx on a write, and record nothing that the caller did not validly ask for; malformed JSON, null, arrays and scalars get a 4xx with a code, or the preview where the protocol says so.',
    sources: [
      seed('/stacks/0/validation/2'),
      wire('Conventions', 'Every error is { "ok": false, "code": string, … } with a 4xx/5xx status'),
      standard('RFC 8259', 'section 9, parsers'),
    ],
    why: 'Each crash is a way to take the checkout down, and a half-read request is a way to make it do something else.',
    remedy: 'Parse in one place, check each type there, and answer 400 with a code.',
  }),
  row('ROB-02', 'MUST', 'public', {
    statement:
      "Errors of the routes themselves have the protocol's envelope: ok false, a code, a 4xx or 5xx status; so has a start that Stripe failed.",
    sources: [
      seed('/stacks/0/validation/2'),
      wire('Conventions', '{ "ok": false, "code": string, "message"?: string }'),
      wire('3', 'Stripe fails: 502 stripe_checkout_error, no Stripe text in the answer'),
      standard('RFC 9457', 'problem details, with the members ok and code added'),
    ],
    why: 'Agents decide on the code. An error without one can only be retried blindly.',
    remedy: 'Make one function that builds errors, and use it in every route.',
  }),
  row('ROB-03', 'SHOULD', 'public', {
    statement: 'Other methods are answered with 405, and oversized bodies are refused.',
    sources: [
      standard('RFC 9110', 'section 15.5.6, 405 Method Not Allowed; section 15.5.14, 413 Content Too Large'),
    ],
    why: 'A body without a limit fills the memory, and a method that is answered by accident is an untested door.',
    remedy: 'Set a body limit in front of the routes and register methods one by one.',
  }),
  row('ROB-04', 'MUST', 'public', {
    statement: 'Ids from outside, in path or query, never cause a 5xx: percent garbage, 2 kB, NUL, quotes.',
    sources: [seed('/postPurchaseDecisions/apiRoute'), standard('RFC 3986', 'section 2.1, percent-encoding')],
    why: 'Ids are the part of a URL that anybody edits; one that reaches a query or a decoder unchecked breaks it.',
    remedy: 'Treat an id that cannot be decoded, or is too long, as unknown.',
  }),
  row('ROB-05', 'SHOULD', 'public', {
    statement: 'Answers come within the deadline, ten seconds unless configured, and none hangs.',
    sources: [
      standard('RFC 9110', 'section 15.5.9, 408 Request Timeout; section 15.6.5, 504 Gateway Timeout'),
    ],
    why: 'A checkout that hangs is retried, and each retry makes it worse.',
    remedy: 'Put a deadline on each upstream call and answer with an error when it passes.',
  }),
  row('ROB-06', 'SHOULD', 'sandbox', {
    statement: "Error words, and the order of the checks, are the protocol's.",
    sources: [seed('/postPurchaseDecisions/apiRoute'), wire('6', 'checked in this order')],
    why: 'A client that is told one reason at a time needs the reasons in a known order to put them right.',
    remedy: 'Follow the tables of the protocol from top to bottom, and use their codes.',
  }),
]
