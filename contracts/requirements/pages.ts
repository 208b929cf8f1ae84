import { rowsOf, seed, standard, wire } from './requirement.ts'

const row = rowsOf('pages')

/** What a buyer sees. */
export const pages = [
  row('PAG-01', 'MUST', 'sandbox', {
    browser: true,
    statement:
      'The success page shows the way into the post-purchase path only once the read says eligible, by polling, refresh or reload, and reads only the redacted contract.',
    sources: [
      seed('/stacks/0/validation/6'),
      seed('/checkoutSuccess/opensPostPurchaseOnlyWhenEligible'),
      wire('10', 'appears only once eligible is true'),
    ],
    why: 'Buyers land here before the webhook does. A way in that is always there makes the page the proof of payment.',
    remedy: 'Render the link only when eligible is true, and fetch nothing but the decision contract.',
  }),
  row('PAG-02', 'MUST', 'public', {
    browser: true,
    statement:
      'The preview page shows the primary offer and the bumps with their prices, and its start button works only with the exact text.',
    should: 'The button starts a checkout with the bumps that were ticked, and ticks none beforehand.',
    sources: [
      seed('/stacks/0/validation/1'),
      wire('10', 'the start button stays disabled until the exact text is typed'),
    ],
    why: 'The page is where the buyer reads what the text confirms.',
    remedy: 'Render the offers from the seed, and enable the button by a strict comparison.',
  }),
  row('PAG-03', 'MUST', 'sandbox', {
    browser: true,
    statement: 'Decision buttons are there only for eligible intents, and one press records one decision.',
    sources: [seed('/postPurchaseDecisions/routePrefix'), wire('10', 'decision buttons only when eligible')],
    why: 'A button that the server refuses is a broken promise, and a double press is the commonest duplicate there is.',
    remedy:
      'Make the key once for each press, keep it for retries, and disable the buttons while a request is under way.',
  }),
  row('PAG-04', 'MUST', 'public', {
    statement: 'Ids from the URL are escaped wherever a page shows them: no injection.',
    sources: [
      seed('/stacks/0/previewRoute'),
      standard('CWE-79', 'improper neutralization of input during web page generation'),
    ],
    why: 'A link to the checkout with script in its id runs that script on the site where people pay.',
    remedy: 'Use a template engine that escapes, and write ids with textContent.',
  }),
  row('PAG-05', 'SHOULD', 'public', {
    statement: 'Pages for unknown intents and slugs answer without a 5xx.',
    sources: [
      seed('/postPurchaseDecisions/routePrefix'),
      wire('Where implementations may differ', '200 or 404 for unknown intents and slugs'),
    ],
    why: 'Old links and typing errors are everyday; an error page for each hides the real ones.',
    remedy: 'Answer an unknown id with a plain page, as 200 or 404.',
  }),
  row('PAG-06', 'MUST', 'sandbox', {
    browser: true,
    statement: 'No page calls Stripe, nor any third party with an intent id.',
    sources: [
      seed('/stacks/0/validation/6'),
      wire('4', 'the only place where a Stripe-issued URL may leave the system'),
    ],
    why: 'A script or a pixel that sees the id, in the URL or in the referrer, can read the order.',
    remedy: 'Serve the assets yourself, set referrer-policy: no-referrer, and leave Stripe to the server.',
  }),
]
