import type { Contract, Seed } from './contract.ts'
import { defaultSettings, type Settings } from './settings.ts'

/** Derives the contract from a seed that has passed `parseSeed`. Pure; the result is deeply frozen. */
export function deriveContract(seed: Seed, settings: Settings = defaultSettings): Contract {
  const [stack] = seed.stacks
  if (stack === undefined) throw new TypeError('a seed without a stack cannot have passed parseSeed')
  const { sandboxCheckout, postPurchaseDecisions } = seed
  const allowedBumps = sandboxCheckout.allowedOrderBumpPriceIds.flatMap((priceId) =>
    stack.orderBumps.filter((bump) => bump.priceId === priceId),
  )
  return deepFreeze({
    seed,
    stack,
    settings,
    routes: {
      sourceData: stack.sourceDataRoute,
      commerceSourceData: stack.checkoutContractRoute,
      checkout: sandboxCheckout.endpoint,
      webhook: sandboxCheckout.webhook,
      decisions: postPurchaseDecisions.apiRoute,
      preview: stack.previewRoute,
      success: sandboxCheckout.successPage,
      postPurchase: postPurchaseDecisions.routePrefix,
      ...settings.routes,
    },
    texts: {
      checkout: stack.confirmation.checkoutText,
      decision: postPurchaseDecisions.confirmationText,
      ledger: settings.ledgerConfirmationText,
      owner: settings.ownerConfirmationText,
    },
    primaryOffer: stack.primaryOffer,
    allowedBumps,
    buyableBumps: allowedBumps.filter(({ currency }) => currency === stack.primaryOffer.currency),
    offers: [stack.primaryOffer, ...stack.orderBumps, ...stack.postPurchasePath.offers],
    decisions: postPurchaseDecisions.allowedDecisions,
    eligibleStatuses: postPurchaseDecisions.eligibleCheckoutStatuses,
    referralLinks: {
      eligible: { destinationRoute: stack.linkedFunnelRoute, ...settings.referralLinks.eligible },
      ineligible: { destinationRoute: stack.previewRoute, ...settings.referralLinks.ineligible },
    },
  })
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const member of Object.values(value)) deepFreeze(member)
  return Object.freeze(value)
}
