import type { Contract } from '../../contracts/contract.ts'
import type { Decision, Intent, Tally } from '../domain/records.ts'

/** What a decision brings about: none of it. */
export const effectFlags = {
  stripeChargeCreated: false,
  paymentIntentCreated: false,
  fulfillmentCreated: false,
  entitlementGranted: false,
  payableCommissionCreated: false,
  payoutCreated: false,
  privateDataIncluded: false,
  rawStripeIdsIncluded: false,
} as const

export function checkoutStateView(intent: Intent | undefined, eligible: boolean) {
  if (intent === undefined) return null
  return {
    checkoutIntentId: intent.id,
    status: intent.status,
    amountCents: intent.amountCents,
    currency: intent.currency,
    updatedAt: intent.updatedAt,
    eligible,
    selectedOrderBumpPriceIds: [...intent.bumpPriceIds],
    privateDataIncluded: false,
    rawStripeIdsIncluded: false,
  }
}

/** WIRE 6, the read. */
export function decisionContractView(contract: Contract, checkout: ReturnType<typeof checkoutStateView>) {
  const { postPurchaseDecisions } = contract.seed
  return {
    ok: true,
    id: postPurchaseDecisions.id,
    status: postPurchaseDecisions['status'] ?? 'available',
    issue: postPurchaseDecisions['issue'] ?? null,
    route: contract.routes.decisions,
    confirmation: { required: true, text: contract.texts.decision },
    contract: postPurchaseDecisions,
    checkout,
    redaction: effectFlags,
  }
}

export function decisionView(decision: Decision) {
  return {
    decisionId: decision.id,
    checkoutIntentId: decision.checkoutIntentId,
    offerStackId: decision.offerStackId,
    presentedOfferId: decision.presentedOfferId,
    decisionKind: decision.decisionKind,
    checkoutStatus: decision.checkoutStatus,
    checkoutUpdatedAt: decision.checkoutUpdatedAt,
    actorKind: decision.actorKind,
    createdAt: decision.createdAt,
    ...effectFlags,
  }
}

/** The live counts (WIRE 1), never rows. The static members beside them are the seed's. */
export function decisionSummaryView(
  contract: Contract,
  tallies: readonly Tally[],
  totalOf: (total: number) => number,
) {
  return {
    ...contract.seed.postPurchaseDecisionSummary,
    status: 'available',
    aggregateCounts: tallies
      .filter((tally) => tally.group === 'decision')
      .map((tally) => ({
        offer_stack_id: tally.dimensions[0] ?? '',
        presented_offer_id: tally.dimensions[1] ?? '',
        decision_kind: tally.dimensions[2] ?? '',
        total_decisions: totalOf(tally.total),
        last_created_at: tally.lastAt,
      })),
    rawRowsIncluded: false,
    privateDataIncluded: false,
    billingMutationsIncluded: false,
    fulfillmentRowsIncluded: false,
    entitlementRowsIncluded: false,
  }
}
