import type { Contract } from '../../contracts/contract.ts'
import { ownerActions } from '../domain/owner-review.ts'
import type { Click, LedgerEntry, Review, Tally } from '../domain/records.ts'

export const ledgerRedaction = {
  rawStripeIdsIncluded: false,
  privateDataIncluded: false,
  payableCommissionCreated: false,
  payoutCreated: false,
  taxDataIncluded: false,
  partnerNotificationSent: false,
} as const

/** WIRE 7. Nothing of the visitor comes back. */
export function clickView(click: Click, duplicate: boolean) {
  return {
    ok: true,
    duplicate,
    status: 'recorded',
    referralClickId: click.id,
    referralLinkId: click.referralLinkId,
    referralCode: click.referralCode,
    partnerId: click.partnerId,
    destinationRoute: click.destinationRoute,
    privateDataIncluded: false,
    rawRequestDataIncluded: false,
  }
}

export function ledgerEntryView(entry: LedgerEntry) {
  return {
    commissionLedgerId: entry.id,
    checkoutIntentId: entry.checkoutIntentId,
    referralAttributionId: entry.attribution.id,
    referralClickId: entry.attribution.referralClickId,
    referralLinkId: entry.attribution.referralLinkId,
    referralCode: entry.attribution.referralCode,
    partnerId: entry.attribution.partnerId,
    commissionRuleIds: [...entry.commissionRuleIds],
    sourceCheckoutStatus: entry.sourceCheckoutStatus,
    grossSaleCents: entry.grossSaleCents,
    commissionCents: entry.commissionCents,
    currency: entry.currency,
    ledgerStatus: entry.ledgerStatus,
    reviewStatus: entry.reviewStatus,
    payoutStatus: entry.payoutStatus,
    refundWindowDays: entry.refundWindowDays,
    reversibleUntil: entry.reversibleUntil,
    updatedAt: entry.updatedAt,
    ...ledgerRedaction,
  }
}

/** WIRE 8, the read. */
export function ledgerContractView(contract: Contract, tallies: readonly Tally[]) {
  return {
    ok: true,
    id: 'affiliate-commission-ledger-contract',
    status: 'available',
    route: contract.routes.ledger,
    confirmation: { required: true, text: contract.texts.ledger },
    contract: ledgerRules(contract),
    summary: ledgerSummaryView(tallies),
    redaction: ledgerRedaction,
  }
}

export function ledgerRules({ settings }: Contract) {
  return {
    primaryCommissionBps: settings.commissionRates.primaryBps,
    orderBumpCommissionBps: settings.commissionRates.bumpBps,
    refundWindowDays: settings.refundWindowDays,
    ledgerStatus: 'review_only',
    payoutStatus: 'not_payable',
    payableCommissionCreated: false,
    payoutCreated: false,
  }
}

/** WIRE 9, the owner's read. */
export function ownerContractView(contract: Contract, tallies: readonly Tally[]) {
  return {
    ok: true,
    id: 'commission-ledger-owner-review-contract',
    status: 'available',
    route: contract.routes.ownerActions,
    confirmation: { required: true, text: contract.texts.owner },
    contract: { actionKinds: [...ownerActions], payoutMutationCreated: false },
    summary: ledgerSummaryView(tallies),
    redaction: ledgerRedaction,
  }
}

export function reviewView(review: Review) {
  return {
    actionId: review.id,
    commissionLedgerId: review.commissionLedgerId,
    actionKind: review.actionKind,
    previousLedgerStatus: review.previous.ledgerStatus,
    previousReviewStatus: review.previous.reviewStatus,
    previousPayoutStatus: review.previous.payoutStatus,
    nextLedgerStatus: review.next.ledgerStatus,
    nextReviewStatus: review.next.reviewStatus,
    nextPayoutStatus: review.next.payoutStatus,
    actorRole: 'owner',
    reasonPublic: review.reasonPublic,
    createdAt: review.createdAt,
  }
}

/** Counts by status and currency, never rows. */
export function ledgerSummaryView(tallies: readonly Tally[]) {
  return {
    status: 'available',
    aggregateCounts: tallies
      .filter((tally) => tally.group === 'ledger' && tally.total > 0)
      .map((tally) => ({
        ledger_status: tally.dimensions[0] ?? '',
        review_status: tally.dimensions[1] ?? '',
        payout_status: tally.dimensions[2] ?? '',
        currency: tally.dimensions[3] ?? '',
        total_entries: tally.total,
        gross_sale_cents: tally.grossCents,
        commission_cents: tally.commissionCents,
        last_updated_at: tally.lastAt,
      })),
    rawRowsIncluded: false,
    privateDataIncluded: false,
  }
}

export function referralSummaryView(tallies: readonly Tally[]) {
  const totalOf = (group: Tally['group']) =>
    tallies.filter((tally) => tally.group === group).reduce((sum, tally) => sum + tally.total, 0)
  return {
    status: 'available',
    totalClicks: totalOf('click'),
    totalAttributions: totalOf('attribution'),
    rawRowsIncluded: false,
    privateDataIncluded: false,
  }
}
