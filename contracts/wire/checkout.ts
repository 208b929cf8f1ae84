import type { Contract, Offer } from '../contract.ts'
import { z } from '../zod.ts'
import { attributionFlags, previewFlags, startFlags } from './declared-flags.ts'
import {
  anyOf,
  cents,
  checkoutRoutes,
  confirmation,
  escapePattern,
  flags,
  id,
  intentStatus,
  message,
  off,
  offerView,
  oneOf,
  serverPrivate,
  yes,
} from './parts.ts'

const bumpView = (bump: Offer) =>
  z
    .object({
      id: z.literal(bump.id),
      priceId: z.literal(bump.priceId),
      title: z.string(),
      unitAmountCents: z.literal(bump.unitAmountCents),
      currency: z.literal(bump.currency),
    })
    .strict()

const bumpPrices = ({ allowedBumps }: Contract) => oneOf(allowedBumps.map(({ priceId }) => priceId))

/** WIRE 2: the read contract. */
export const checkoutContract = (contract: Contract) =>
  z
    .object({
      ok: yes,
      id,
      status: z.literal('available'),
      mode: z.literal('sandbox'),
      canCreateStripeSession: z.boolean(),
      offer: offerView(contract.primaryOffer),
      orderBumps: z.array(anyOf(contract.stack.orderBumps.map(bumpView))),
      supportsOrderBumps: z.literal(contract.seed.sandboxCheckout.supportsOrderBumps),
      supportsReferralAttributionEvidence: z.literal(
        contract.seed.sandboxCheckout.supportsReferralAttributionEvidence,
      ),
      confirmation: confirmation(contract.texts.checkout),
      routes: checkoutRoutes(contract),
      redaction: flags('rawStripeIdsIncluded'),
    })
    .strict()

/** WIRE 3, the request: what a well-behaved caller sends. */
export const checkoutRequest = (contract: Contract) =>
  z
    .object({
      priceId: z.literal(contract.primaryOffer.priceId).optional(),
      orderBumpPriceIds: z.array(bumpPrices(contract)).optional(),
      buyerEmail: serverPrivate(z.string().optional()),
      confirmationText: z.string().optional(),
      idempotencyKey: serverPrivate(id.optional()),
      agentClientId: serverPrivate(z.string().optional()),
      successUrl: z.string().optional(),
      cancelUrl: z.string().optional(),
      previewOnly: z.boolean().optional(),
      referralClickId: id.optional(),
    })
    .strict()

/** WIRE 3: public-safe evidence of the click that led to the checkout. */
const referralAttribution = ({ referralLinks: { eligible } }: Contract) =>
  z
    .object({
      checkoutIntentId: id,
      referralClickId: id,
      referralLinkId: z.literal(eligible.referralLinkId),
      referralCode: eligible.code === undefined ? z.string().nullable() : z.literal(eligible.code),
      partnerId: eligible.partnerId === undefined ? z.string().nullable() : z.literal(eligible.partnerId),
      destinationRoute: z.literal(eligible.destinationRoute),
      attributionStatus: z.literal('checkout_intent_attached'),
      ...flags(...attributionFlags).shape,
    })
    .strict()

/** How a URL of the web begins, or a path, from the root or relative: no other scheme, and no `//host`. */
const webUrlOrPath = String.raw`(?:[hH][tT][tT][pP][sS]?:\/\/[^\/?#\s]+(?=\/)|(?=\.{0,2}\/(?![\/\\])))`

/** The way to the implementation's own redirect route (WIRE 4), relative or absolute, also below a base path. */
const redirect = ({ routes }: Contract) =>
  z
    .object({
      type: z.string(),
      url: z
        .string()
        .regex(
          new RegExp(`^${webUrlOrPath}[^?#\\s]*${escapePattern(routes.checkout)}\\/redirect\\/[^\\/?#\\s]+$`),
        ),
    })
    .strict()

/** WIRE 3: nothing was started; or, in a test environment, an intent without a Stripe session. */
export const checkoutPreview = (contract: Contract) =>
  z
    .object({
      ok: yes,
      status: z.literal('preview'),
      reason: z.string(),
      mode: z.literal('sandbox'),
      duplicate: z.boolean().optional(),
      offer: offerView(contract.primaryOffer),
      lineItems: z.array(anyOf([contract.primaryOffer, ...contract.allowedBumps].map(offerView))).min(1),
      selectedOrderBumpPriceIds: z.array(bumpPrices(contract)),
      totalAmountCents: cents.min(contract.primaryOffer.unitAmountCents),
      confirmation: confirmation(contract.texts.checkout),
      routes: checkoutRoutes(contract),
      redaction: flags(...previewFlags),
      checkoutIntentId: id.optional(),
      referralAttribution: referralAttribution(contract).nullable().optional(),
      message,
    })
    .strict()

/** WIRE 3: a confirmed start. */
export const checkoutStarted = (contract: Contract) =>
  z
    .object({
      ok: yes,
      status: z.literal('stripe_session_created'),
      duplicate: off.optional(),
      checkoutIntentId: id,
      referralAttribution: referralAttribution(contract).nullable(),
      redirect: redirect(contract),
      redaction: flags(...startFlags),
      message,
    })
    .strict()

/** WIRE 3: the same key again, with the intent's current state. */
export const checkoutReplayed = (contract: Contract) =>
  z
    .object({
      ok: yes,
      status: intentStatus(contract),
      duplicate: yes,
      checkoutIntentId: id,
      referralAttribution: referralAttribution(contract).nullable().optional(),
      redirect: redirect(contract).nullable(),
      redaction: flags(...startFlags),
      message,
    })
    .strict()
