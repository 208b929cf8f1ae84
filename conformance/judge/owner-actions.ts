/** WIRE 9: ledger and review status after each action of the owner. */
export const leadsTo: { readonly [action: string]: readonly [ledger: string, review: string] } = {
  mark_reviewed: ['review_only', 'owner_reviewed'],
  hold_for_review: ['review_only', 'owner_hold'],
  reverse_evidence: ['reversed', 'owner_reversed'],
}
