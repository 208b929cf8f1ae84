import type { ReferralLink, Routes, Settings } from './settings.ts'
import { z } from './zod.ts'

/**
 * A path of this site: absolute, without scheme, host, query or fragment. Only characters that no router gives a
 * meaning to (`:`, `*`, `{`) and that stand in a URL as they are.
 */
const route = z
  .string()
  .regex(
    /^\/(?:(?!\.{1,2}(?:\/|$))[A-Za-z0-9._~!$&'()+,;=@-]+(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._~!$&'()+,;=@-]+)*)?$/,
    'must be a path that starts with one "/", has no query, fragment, white space, empty or dot segment, and is plain ASCII',
  )
const id = z.string().min(1, 'must not be empty')
const text = z.string().min(1, 'must not be empty')
/** Stripe charges at most twelve digits, and in most currencies fewer: nobody could sell above this. */
export const mostCents = 999_999_999_999
const cents = z
  .number()
  .int('must be whole cents')
  .nonnegative('must not be negative')
  .max(mostCents, `must be at most ${mostCents}, the most that Stripe charges in any currency`)
const currency = z.string().regex(/^[a-z]{3}$/, 'must be a lower-case ISO 4217 code')
/** A flag that the contract publishes as `false`: a seed that sets it is no sandbox seed. */
const off = z.literal(false)

const offer = z
  .object({
    id,
    kind: z.string().min(1),
    title: text,
    unitAmountCents: cents,
    currency,
    productId: id,
    priceId: id,
    priceLabel: z.string().optional(),
    customerPromise: z.string().optional(),
  })
  .passthrough()

const allowedDecision = z
  .object({ decisionKind: id, presentedOfferId: id, billingMutationCreated: off })
  .passthrough()

const stack = z
  .object({
    id,
    slug: id,
    title: text,
    linkedFunnelRoute: route,
    sourceDataRoute: route,
    previewRoute: route,
    checkoutContractRoute: route,
    checkoutEndpoint: route,
    postPurchaseDecisionEndpoint: route,
    postPurchaseRoutePrefix: route,
    webhookEndpoint: route,
    primaryOffer: offer,
    orderBumps: z.array(offer),
    postPurchasePath: z
      .object({ id, expiresAfterMinutes: z.number().int().positive().optional(), offers: z.array(offer) })
      .passthrough(),
    confirmation: z.object({ required: z.literal(true), checkoutText: text }).passthrough(),
    writeBoundary: z.string().optional(),
    validation: z.array(z.string()).optional(),
  })
  .passthrough()

const aggregateCount = z
  .object({
    offer_stack_id: id,
    presented_offer_id: id,
    decision_kind: id,
    total_decisions: z.number().int().nonnegative().max(1e15, 'must leave room to count on'),
    last_created_at: z.number().int().nonnegative().nullable(),
  })
  .strict()

/**
 * The shape of a seed. Members that the contract gives no meaning to are kept as they are: the source-data route must
 * serve them verbatim, so an unknown member is content, not an error.
 */
export const seedSchema = z
  .object({
    id,
    routes: z.array(route).min(1),
    stableIds: z.array(id).min(1),
    sandboxCheckout: z
      .object({
        endpoint: route,
        successPage: route,
        webhook: route,
        confirmationRequired: z.literal(true),
        supportsOrderBumps: z.boolean(),
        supportsReferralAttributionEvidence: z.boolean(),
        allowedOrderBumpPriceIds: z.array(id),
        rawStripeIdsIncluded: off,
        liveModeEnabled: off,
      })
      .passthrough(),
    checkoutSuccess: z
      .object({
        route,
        reads: route,
        opensPostPurchaseOnlyWhenEligible: z.literal(true),
        rawStripeIdsIncluded: off,
        privateDataIncluded: off,
      })
      .passthrough(),
    postPurchaseDecisions: z
      .object({
        id,
        apiRoute: route,
        routePrefix: route,
        confirmationText: text,
        eligibleCheckoutStatuses: z.array(id).min(1),
        allowedDecisions: z.array(allowedDecision).min(1),
        publicSafeFields: z.array(id).min(1),
        serverPrivateFields: z.array(id).min(1),
        writeBoundary: z.string().optional(),
      })
      .passthrough(),
    writeBoundary: z.string().optional(),
    stacks: z.array(stack).min(1),
    caveat: z.string().optional(),
    postPurchaseDecisionSummary: z
      .object({
        status: z.enum(['available', 'unavailable']),
        aggregateCounts: z.array(aggregateCount),
        rawRowsIncluded: off,
        privateDataIncluded: off,
        billingMutationsIncluded: off,
        fulfillmentRowsIncluded: off,
        entitlementRowsIncluded: off,
      })
      .passthrough(),
  })
  .passthrough()

/** The source-data document, as written in `seeds/`. */
export type Seed = z.infer<typeof seedSchema>
export type Stack = Seed['stacks'][number]
export type Offer = Stack['primaryOffer']
export type AllowedDecision = Seed['postPurchaseDecisions']['allowedDecisions'][number]

/** The parsed, frozen seed with what follows from it: the one source of every value that the seed decides. */
export interface Contract {
  readonly seed: Seed
  /** The stack under contract: the first one. Others are published, and compared as published, but not driven. */
  readonly stack: Stack
  readonly routes: Routes
  readonly settings: Settings
  readonly texts: {
    readonly checkout: string
    readonly decision: string
    readonly ledger: string
    readonly owner: string
  }
  readonly primaryOffer: Offer
  /** The bumps that the allow-list admits, in its order. */
  readonly allowedBumps: readonly Offer[]
  /** Those of them that can be bought: one in another currency than the primary offer's is refused at checkout. */
  readonly buyableBumps: readonly Offer[]
  /** Every offer of the stack: primary, bumps, post-purchase. */
  readonly offers: readonly Offer[]
  readonly decisions: readonly AllowedDecision[]
  readonly eligibleStatuses: readonly string[]
  /** A link whose clicks may be attached to a checkout, and one whose clicks may not. */
  readonly referralLinks: { readonly eligible: ReferralLink; readonly ineligible: ReferralLink }
}
