/** The flags that each answer declares, every one of them present and `false`. */

/** A checkout that was started (WIRE 3). */
export const startFlags = [
  'rawStripeIdsIncluded',
  'rawCheckoutUrlIncluded',
  'commissionCreated',
  'payableCommissionCreated',
] as const

/** A preview (WIRE 3). */
export const previewFlags = [
  'rawStripeIdsIncluded',
  'checkoutUrlIncluded',
  'commissionCreated',
  'payableCommissionCreated',
] as const

/** The evidence of the click that led to a checkout (WIRE 3). */
export const attributionFlags = [
  'commissionCreated',
  'payableCommissionCreated',
  'privateDataIncluded',
  'rawRequestDataIncluded',
] as const

/** The effects that a decision declares not to have had (WIRE 6). */
export const decisionFlags = [
  'stripeChargeCreated',
  'paymentIntentCreated',
  'fulfillmentCreated',
  'entitlementGranted',
  'payableCommissionCreated',
  'payoutCreated',
  'privateDataIncluded',
  'rawStripeIdsIncluded',
] as const

/** A click (WIRE 7). */
export const clickFlags = ['privateDataIncluded', 'rawRequestDataIncluded'] as const

/** A ledger entry (WIRE 8). */
export const ledgerFlags = [
  'rawStripeIdsIncluded',
  'privateDataIncluded',
  'payableCommissionCreated',
  'payoutCreated',
  'taxDataIncluded',
  'partnerNotificationSent',
] as const
