import { rowsOf, seed, wire } from './requirement.ts'

const row = rowsOf('attribution')

/** Who sent the buyer. */
export const attribution = [
  row('ATT-01', 'MUST', 'sandbox', {
    statement:
      'An eligible click attaches to the checkout and comes back as public-safe evidence with its flags false.',
    sources: [seed('/stacks/0/validation/3'), wire('3', 'referralAttribution')],
    why: 'A partner whose click is dropped is not paid, and one who is named wrongly is paid for another.',
    remedy: 'Resolve the click on the server, store it with the intent, and answer with the listed members.',
  }),
  row('ATT-02', 'MUST', 'sandbox', {
    statement:
      'An unknown click, and a click of another destination, is answered with 400 and starts nothing.',
    sources: [
      seed('/stacks/0/linkedFunnelRoute'),
      wire('3', '400 referral_click_not_found / referral_click_route_mismatch'),
    ],
    why: 'An invented or borrowed click claims a commission that nobody earned.',
    remedy:
      "Check that the click exists and that its destination is the stack's linked route before the intent is created.",
  }),
  row('ATT-03', 'MUST', 'sandbox', {
    statement:
      'Another click, or a first one, on a replayed checkout key is answered with 409, even though other changes may replay.',
    sources: [seed('/stacks/0/validation/3'), wire('3', '409 checkout_referral_attribution_conflict')],
    why: 'An attribution that can change after the start can be stolen after the start.',
    remedy: 'Compare the click with the stored one on replay and refuse a difference.',
  }),
  row('ATT-04', 'MUST', 'sandbox', {
    statement: 'An unlisted link or destination makes no click, and a replayed click keeps its id.',
    sources: [
      seed('/stacks/0/validation/3'),
      wire('7', '400 unsupported_referral_link, unsupported_destination_route'),
    ],
    why: 'Free destinations turn the route into an open tracker; repeated clicks inflate a partner.',
    remedy: 'Match link and destination exactly with the configured ones, and bind the click to its key.',
  }),
  row('ATT-05', 'MUST', 'sandbox', {
    statement: 'An attribution creates no commission.',
    sources: [seed('/writeBoundary'), wire('3', 'commissionCreated, payableCommissionCreated false')],
    why: 'A click is no sale: a commission at that point is owed for nothing.',
    remedy: 'Create commission evidence only in the ledger operation, from a trusted intent.',
  }),
]
