import type { Contract, Offer } from '../../contracts/contract.ts'

export function offerView(offer: Offer) {
  return {
    id: offer.id,
    productId: offer.productId,
    priceId: offer.priceId,
    kind: offer.kind,
    name: offer.title,
    summary: offer.customerPromise ?? '',
    currency: offer.currency,
    unitAmountCents: offer.unitAmountCents,
    billingInterval: 'one_time',
    status: 'sandbox_ready',
  }
}

function bumpView(bump: Offer) {
  return {
    id: bump.id,
    priceId: bump.priceId,
    title: bump.title,
    unitAmountCents: bump.unitAmountCents,
    currency: bump.currency,
  }
}

export function checkoutRoutesView({ routes }: Contract) {
  return { start: routes.checkout, webhook: routes.webhook, success: routes.success, cancel: routes.cancel }
}

/** WIRE 2. */
export function checkoutContractView(contract: Contract, canCreateStripeSession: boolean) {
  const { sandboxCheckout } = contract.seed
  return {
    ok: true,
    id: 'sandbox-checkout-contract',
    status: 'available',
    mode: 'sandbox',
    canCreateStripeSession,
    offer: offerView(contract.primaryOffer),
    orderBumps: contract.allowedBumps.map(bumpView),
    supportsOrderBumps: sandboxCheckout.supportsOrderBumps,
    supportsReferralAttributionEvidence: sandboxCheckout.supportsReferralAttributionEvidence,
    confirmation: { required: true, text: contract.texts.checkout },
    routes: checkoutRoutesView(contract),
    redaction: { rawStripeIdsIncluded: false },
  }
}
