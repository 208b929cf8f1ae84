import type { Contract, Offer } from '../contract.ts'
import { decisionFlags } from './declared-flags.ts'
import { affiliateExamples, clickEvidence, declared } from './affiliate-examples.fixture.ts'
import type { SchemaId } from './schemas.ts'

const offerView = (offer: Offer) => ({
  id: offer.id,
  productId: offer.productId,
  priceId: offer.priceId,
  kind: offer.kind,
  name: offer.title,
  summary: offer.customerPromise ?? offer.title,
  currency: offer.currency,
  unitAmountCents: offer.unitAmountCents,
  billingInterval: 'one_time',
  status: 'active',
})

/** Valid messages for each schema, under any contract: the tests mutate them, documents can show them. */
export function examplesFor(contract: Contract): Readonly<Record<SchemaId, readonly unknown[]>> {
  const { allowedBumps, primaryOffer, routes, seed, stack, texts } = contract
  const at = 1_790_000_000
  const decided = contract.decisions[0]
  const bumpPrices = allowedBumps.map(({ priceId }) => priceId)
  const { rawStripeIdsIncluded, liveModeEnabled } = seed.sandboxCheckout
  const click = clickEvidence(contract)
  const attribution = {
    checkoutIntentId: 'intent-1',
    ...click,
    attributionStatus: 'checkout_intent_attached',
    ...declared(
      'commissionCreated',
      'payableCommissionCreated',
      'privateDataIncluded',
      'rawRequestDataIncluded',
    ),
  }
  const checkoutRoutes = {
    start: routes.checkout,
    webhook: routes.webhook,
    success: routes.success,
    cancel: routes.cancel,
  }
  const confirmation = { required: true, text: texts.checkout }
  const startFlags = declared(
    'rawStripeIdsIncluded',
    'rawCheckoutUrlIncluded',
    'commissionCreated',
    'payableCommissionCreated',
  )
  const preview = {
    ok: true,
    status: 'preview',
    reason: 'preview_requested',
    mode: 'sandbox',
    duplicate: false,
    offer: offerView(primaryOffer),
    lineItems: [primaryOffer, ...allowedBumps].map(offerView),
    selectedOrderBumpPriceIds: bumpPrices,
    totalAmountCents: [primaryOffer, ...allowedBumps].reduce((sum, each) => sum + each.unitAmountCents, 0),
    confirmation,
    routes: checkoutRoutes,
    redaction: declared(
      'rawStripeIdsIncluded',
      'checkoutUrlIncluded',
      'commissionCreated',
      'payableCommissionCreated',
    ),
  }
  const redirect = { type: 'redirect', url: `${routes.checkout}/redirect/intent-1` }
  const started = {
    ok: true,
    status: 'stripe_session_created',
    checkoutIntentId: 'intent-1',
    referralAttribution: attribution,
    redirect,
    redaction: startFlags,
  }
  const state = {
    checkoutIntentId: 'intent-1',
    status: contract.eligibleStatuses[0],
    amountCents: primaryOffer.unitAmountCents,
    currency: primaryOffer.currency,
    updatedAt: at,
    eligible: true,
    selectedOrderBumpPriceIds: bumpPrices,
    ...declared('privateDataIncluded', 'rawStripeIdsIncluded'),
  }
  const decision = {
    decisionId: 'decision-1',
    checkoutIntentId: 'intent-1',
    offerStackId: stack.id,
    presentedOfferId: decided?.presentedOfferId,
    decisionKind: decided?.decisionKind,
    checkoutStatus: contract.eligibleStatuses[0],
    checkoutUpdatedAt: at,
    actorKind: 'buyer',
    createdAt: at,
    ...declared(...decisionFlags),
  }
  const recorded = {
    ok: true,
    status: 'post_purchase_decision_recorded',
    duplicate: false,
    decision,
    redaction: declared(...decisionFlags),
  }
  const read = {
    ok: true,
    id: 'decisions',
    status: 'ready',
    ...('issue' in seed.postPurchaseDecisions ? { issue: seed.postPurchaseDecisions['issue'] } : {}),
    route: routes.decisions,
    confirmation: { required: true, text: texts.decision },
    contract: seed.postPurchaseDecisions,
    redaction: declared(...decisionFlags),
  }
  const accepted = {
    ok: true,
    received: true,
    duplicate: false,
    eventType: 'checkout.session.completed',
    checkoutIntentId: 'intent-1',
    checkoutIntentUpdated: true,
    redaction: { rawStripeIdsIncluded: false },
  }
  return {
    'source-data': [seed],
    'checkout-contract': [
      {
        ok: true,
        id: 'checkout',
        status: 'available',
        mode: 'sandbox',
        canCreateStripeSession: true,
        offer: offerView(primaryOffer),
        orderBumps: stack.orderBumps.map(({ id, priceId, title, unitAmountCents, currency }) => ({
          id,
          priceId,
          title,
          unitAmountCents,
          currency,
        })),
        supportsOrderBumps: seed.sandboxCheckout.supportsOrderBumps,
        supportsReferralAttributionEvidence: seed.sandboxCheckout.supportsReferralAttributionEvidence,
        confirmation,
        routes: checkoutRoutes,
        redaction: declared('rawStripeIdsIncluded'),
      },
    ],
    'checkout-request': [{}, { confirmationText: texts.checkout, orderBumpPriceIds: bumpPrices }],
    'checkout-preview': [preview, { ...preview, checkoutIntentId: 'intent-1', referralAttribution: null }],
    'checkout-started': [started, { ...started, duplicate: false, referralAttribution: null }],
    'checkout-replayed': [
      { ...started, duplicate: true },
      { ...started, duplicate: true, status: 'paid', redirect: null },
    ],
    error: [
      { ok: false, code: 'refused' },
      { ok: false, code: 'refused', title: 'Refused', detail: { at } },
    ],
    'webhook-event': [
      { id: 'event-1', type: 'checkout.session.completed', livemode: false, data: { object: {} } },
    ],
    'webhook-accepted': [accepted, { ...accepted, checkoutIntentId: null, checkoutIntentUpdated: false }],
    'webhook-duplicate': [
      { ok: true, received: true, duplicate: true },
      { ok: true, received: true, duplicate: true, redaction: declared('rawStripeIdsIncluded') },
    ],
    'decision-contract': [
      { ...read, checkout: null },
      { ...read, checkout: state },
    ],
    'decision-request': [
      {
        checkoutIntentId: 'intent-1',
        decisionKind: decided?.decisionKind,
        confirmationText: texts.decision,
        idempotencyKey: 'key-1',
        expectedCheckoutUpdatedAt: at,
      },
    ],
    'decision-recorded': [recorded],
    'decision-replayed': [{ ...recorded, status: 'post_purchase_decision_replayed', duplicate: true }],
    'decision-conflict': [{ ok: false, code: 'post_purchase_checkout_stale_state', checkout: state }],
    ...affiliateExamples(contract),
    'commerce-source-data': [
      {
        sandboxCheckout: { rawStripeIdsIncluded, liveModeEnabled },
        postPurchaseDecisions: { contract: {}, summary: seed.postPurchaseDecisionSummary },
        referralAttribution: { contract: {}, summary: { total: 0 } },
        affiliateCommissionLedger: { contract: {}, ownerReviewActions: {}, summary: {} },
      },
    ],
    'agent-docs': [{ contracts: [{ type: 'json', route: routes.sourceData }] }],
  }
}
