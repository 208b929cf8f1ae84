import type { Contract } from '../contract.ts'

/** Flags as an answer declares them: each false. */
export const declared = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, false]))

/** What the answers repeat of an eligible click. */
export const clickEvidence = ({ referralLinks }: Contract) => ({
  referralClickId: 'click-1',
  referralLinkId: referralLinks.eligible.referralLinkId,
  referralCode: referralLinks.eligible.code ?? null,
  partnerId: referralLinks.eligible.partnerId ?? null,
  destinationRoute: referralLinks.eligible.destinationRoute,
})

/** Valid messages for the click, ledger and owner routes. */
export function affiliateExamples(contract: Contract) {
  const { primaryOffer, texts } = contract
  const at = 1_790_000_000
  const click = clickEvidence(contract)
  const { destinationRoute: _destination, ...evidence } = click
  const ledger = {
    commissionLedgerId: 'ledger-1',
    checkoutIntentId: 'intent-1',
    referralAttributionId: 'attribution-1',
    ...evidence,
    commissionRuleIds: ['rule-1'],
    sourceCheckoutStatus: 'paid',
    grossSaleCents: primaryOffer.unitAmountCents,
    commissionCents: 1,
    currency: primaryOffer.currency,
    ledgerStatus: 'review_only',
    reviewStatus: 'refund_window_open',
    payoutStatus: 'not_payable',
    refundWindowDays: contract.settings.refundWindowDays,
    reversibleUntil: at,
    updatedAt: at,
    payableCommissionCreated: false,
  }
  const review = {
    actionId: 'action-1',
    actionKind: 'mark_reviewed',
    previousLedgerStatus: 'review_only',
    nextLedgerStatus: 'review_only',
    previousReviewStatus: 'refund_window_open',
    nextReviewStatus: 'owner_reviewed',
    previousPayoutStatus: 'not_payable',
    nextPayoutStatus: 'not_payable',
    actorRole: 'owner',
    reasonPublic: null,
    createdAt: at,
  }
  return {
    'click-request': [
      {
        referralLinkId: click.referralLinkId,
        destinationRoute: click.destinationRoute,
        idempotencyKey: 'key-1',
      },
    ],
    'click-recorded': [
      {
        ok: true,
        duplicate: false,
        status: 'recorded',
        ...click,
        ...declared('privateDataIncluded', 'rawRequestDataIncluded'),
      },
    ],
    'ledger-contract': [{ ok: true, contract: {}, confirmation: { required: true, text: texts.ledger } }],
    'ledger-request': [
      { checkoutIntentId: 'intent-1', confirmationText: texts.ledger, idempotencyKey: 'key-1' },
    ],
    'ledger-recorded': [
      {
        ok: true,
        status: 'review_only_commission_recorded',
        duplicate: false,
        commissionLedger: ledger,
        redaction: declared(
          'rawStripeIdsIncluded',
          'privateDataIncluded',
          'payableCommissionCreated',
          'payoutCreated',
          'taxDataIncluded',
          'partnerNotificationSent',
        ),
      },
    ],
    'owner-contract': [{ ok: true, confirmation: { required: true, text: texts.owner } }],
    'owner-action-request': [
      {
        commissionLedgerId: 'ledger-1',
        actionKind: 'mark_reviewed',
        confirmationText: texts.owner,
        idempotencyKey: 'key-1',
        expectedUpdatedAt: at,
      },
    ],
    'owner-action-recorded': [
      {
        ok: true,
        status: 'commission_review_action_recorded',
        duplicate: false,
        reviewAction: review,
        commissionLedger: ledger,
        redaction: declared('rawStripeIdsIncluded'),
      },
    ],
  }
}
