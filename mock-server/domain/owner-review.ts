import type { LedgerEntry, LedgerStatuses } from './records.ts'

export const ownerActions = ['mark_reviewed', 'hold_for_review', 'reverse_evidence'] as const
export type OwnerAction = (typeof ownerActions)[number]

export function isOwnerAction(value: unknown): value is OwnerAction {
  return ownerActions.some((action) => action === value)
}

const after: Readonly<Record<OwnerAction, Omit<LedgerStatuses, 'payoutStatus'>>> = {
  mark_reviewed: { ledgerStatus: 'review_only', reviewStatus: 'owner_reviewed' },
  hold_for_review: { ledgerStatus: 'review_only', reviewStatus: 'owner_hold' },
  reverse_evidence: { ledgerStatus: 'reversed', reviewStatus: 'owner_reversed' },
}

/** What an owner's action makes of an entry (WIRE 9). The payout status never moves. */
export function ownerTransition(
  entry: LedgerEntry,
  action: OwnerAction,
): { readonly next: LedgerStatuses } | { readonly refusal: string } {
  if (entry.payoutStatus !== 'not_payable') return { refusal: 'commission_review_payable_state_blocked' }
  if (entry.ledgerStatus === 'reversed') return { refusal: 'commission_review_already_reversed' }
  return { next: { ...after[action], payoutStatus: entry.payoutStatus } }
}

const phrases: Readonly<Record<OwnerAction, string>> = {
  mark_reviewed: 'Reviewed by the owner.',
  hold_for_review: 'Held by the owner for another look.',
  reverse_evidence: 'Reversed by the owner.',
}

/** The one phrase that the public sees for an action; the owner's own words stay private. */
export function publicReason(action: OwnerAction): string {
  return phrases[action]
}

export function statusesOf(entry: LedgerEntry): LedgerStatuses {
  const { ledgerStatus, reviewStatus, payoutStatus } = entry
  return { ledgerStatus, reviewStatus, payoutStatus }
}
