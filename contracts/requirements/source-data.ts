import { rowsOf, seed, wire } from './requirement.ts'

const row = rowsOf('source-data')

/** What the published source data must say. */
export const sourceData = [
  row('SRC-01', 'MUST', 'public', {
    statement:
      'The source-data route answers 200 with JSON that fits the closed schema of the seed; harmless additional members at the top level are no fault.',
    sources: [seed('/routes/0'), seed('/stacks/0/validation/0')],
    why: 'Agents and shops build on this document. If it is missing or shaped differently, nothing that follows from it can be relied on.',
    remedy:
      'Serve the seed document itself on its source-data route, as application/json, and build only the decision summary live.',
  }),
  row('SRC-02', 'MUST', 'public', {
    statement:
      'Every static value equals the seeded one, at every depth; the decision summary alone is live.',
    sources: [seed('/stacks/0')],
    why: 'A price, text or route that drifted from the seed makes clients confirm one thing and buy another.',
    remedy:
      'Read the values from the seed at start-up instead of keeping a second copy in code, a database row or a template.',
  }),
  row('SRC-03', 'MUST', 'public', {
    statement:
      'The primary offer, the order bumps and the post-purchase offers are all there, with their seeded ids, prices and currencies.',
    sources: [seed('/stacks/0/validation/0'), seed('/stacks/0/primaryOffer')],
    why: 'A buyer or an agent cannot choose, nor compare the price of, an offer that is not published.',
    remedy:
      'Publish every offer record of the stack with id, productId, priceId, unitAmountCents and currency untouched.',
  }),
  row('SRC-04', 'MUST', 'public', {
    statement: 'Every flag that ends in Included, and liveModeEnabled, is present and is the boolean false.',
    sources: [
      seed('/sandboxCheckout/rawStripeIdsIncluded'),
      seed('/sandboxCheckout/liveModeEnabled'),
      seed('/checkoutSuccess/privateDataIncluded'),
      seed('/postPurchaseDecisionSummary/rawRowsIncluded'),
    ],
    why: 'The flags are how an implementation states its limits. One that is absent states nothing, and one that is true admits a breach.',
    remedy:
      'Emit each flag as a constant false. If one would have to be true, remove the data that it speaks of.',
  }),
  row('SRC-05', 'MUST', 'sandbox', {
    statement:
      'A recorded decision raises the count of its stack, offer and kind by one and sets last_created_at; a replay or a refusal raises nothing.',
    sources: [seed('/postPurchaseDecisionSummary/aggregateCounts')],
    why: 'Offers are judged by these counts. If retries inflate them, the numbers that steer the business are wrong.',
    remedy:
      'Count recorded decisions when reading, or raise the counter in the same transaction that inserts the decision.',
  }),
  row('SRC-06', 'MUST', 'public', {
    statement: 'The summary holds counts only: no row, and no id of a decision or a checkout intent.',
    sources: [seed('/postPurchaseDecisionSummary/rawRowsIncluded'), wire('1', 'Counts only, never rows.')],
    why: 'The document is public. A row in it tells anybody what one buyer decided, and its id opens further reads.',
    remedy: 'Group in the query and select only stack, offer, kind, the total and the latest time.',
  }),
  row('SRC-07', 'MUST', 'public', {
    statement: 'The agent docs list a JSON read contract whose route is the source-data route.',
    sources: [seed('/stacks/0/validation/8'), wire('10', 'a manifest that lists a JSON read contract')],
    why: 'Agents find the contract through the manifest; what is not listed there does not exist for them.',
    remedy: "Add an entry to the agent docs manifest whose route is the seed's sourceDataRoute.",
  }),
  row('SRC-08', 'MUST', 'public', {
    statement:
      'The checkout read contract and the commerce source data agree with the seed on the offer, the prices, the confirmation texts and the routes.',
    sources: [
      seed('/stacks/0/checkoutContractRoute'),
      wire('2', 'the read contract'),
      wire('10', 'sandboxCheckout, postPurchaseDecisions{contract, summary}'),
    ],
    why: 'Three reads that tell three stories leave a client no way to know which text confirms and which price is charged.',
    remedy: 'Build all reads from the same parsed seed.',
  }),
  row('SRC-09', 'SHOULD', 'public', {
    statement: 'Two reads in a row differ in nothing but live counts and ids of the request.',
    sources: [wire('1', 'every value as seeded, except postPurchaseDecisionSummary, which is live')],
    why: 'A document that changes between reads cannot be cached or compared, and hides real changes in noise.',
    remedy: 'Take generated times, random ids and unordered collections out of the document.',
  }),
  row('SRC-10', 'SHOULD', 'public', {
    statement: "The manifest's entry for the contract names the contract's stable ids.",
    sources: [seed('/stableIds'), wire('10', 'with stable ids')],
    why: 'Stable ids tell an agent which members it may keep and refer to later.',
    remedy: "Copy the seed's stableIds into the manifest entry.",
  }),
]
