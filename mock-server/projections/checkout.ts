import type { Contract, Offer } from '../../contracts/contract.ts'
import type { Attribution, Intent } from '../domain/records.ts'
import { checkoutRoutesView, offerView } from './offers.ts'

interface Preview {
  readonly reason: string
  readonly primary: Offer
  readonly bumps: readonly Offer[]
  readonly totalAmountCents: number
  readonly duplicate: boolean
  /** Only in a test environment, where a confirmed start answers as a preview. */
  readonly started?: { readonly intent: Intent; readonly attribution: Attribution | undefined }
}

/** WIRE 3: nothing started, unless `started` says so. */
export function previewView(contract: Contract, preview: Preview) {
  const { reason, primary, bumps, totalAmountCents, duplicate, started } = preview
  return {
    ok: true,
    status: 'preview',
    reason,
    mode: 'sandbox',
    duplicate,
    ...(started !== undefined && {
      checkoutIntentId: started.intent.id,
      referralAttribution: attributionView(started.attribution),
    }),
    offer: offerView(primary),
    lineItems: [primary, ...bumps].map(offerView),
    selectedOrderBumpPriceIds: bumps.map((bump) => bump.priceId),
    totalAmountCents,
    confirmation: { required: true, text: contract.texts.checkout },
    routes: checkoutRoutesView(contract),
    redaction: {
      rawStripeIdsIncluded: false,
      checkoutUrlIncluded: false,
      commissionCreated: false,
      payableCommissionCreated: false,
    },
  }
}

export function startView(
  contract: Contract,
  intent: Intent,
  attribution: Attribution | undefined,
  duplicate: boolean,
  basePath: string,
) {
  return {
    ok: true,
    status: intent.status,
    duplicate,
    checkoutIntentId: intent.id,
    referralAttribution: attributionView(attribution),
    redirect:
      intent.status === 'stripe_session_created'
        ? { type: 'hosted_checkout', url: basePath + redirectPath(contract, intent.id) }
        : null,
    redaction: {
      rawStripeIdsIncluded: false,
      rawCheckoutUrlIncluded: false,
      commissionCreated: false,
      payableCommissionCreated: false,
    },
  }
}

/** Our own route: Stripe's address itself never stands in an answer's body. */
function redirectPath({ routes }: Contract, intentId: string): string {
  return `${routes.checkout}/redirect/${encodeURIComponent(intentId)}`
}

function attributionView(attribution: Attribution | undefined) {
  if (attribution === undefined) return null
  return {
    checkoutIntentId: attribution.checkoutIntentId,
    referralClickId: attribution.referralClickId,
    referralLinkId: attribution.referralLinkId,
    referralCode: attribution.referralCode,
    partnerId: attribution.partnerId,
    destinationRoute: attribution.destinationRoute,
    attributionStatus: 'checkout_intent_attached',
    commissionCreated: false,
    payableCommissionCreated: false,
    privateDataIncluded: false,
    rawRequestDataIncluded: false,
  }
}
