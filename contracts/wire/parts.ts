import type { Contract, Offer } from '../contract.ts'
import { z } from '../zod.ts'

export type Schema = z.ZodType<unknown, z.ZodTypeDef, unknown>

/** An id is opaque: any text but none. */
export const id = z.string().min(1)
/** Integer Unix seconds. */
export const time = z.number().int().positive()
/** Integer cents. */
export const cents = z.number().int().nonnegative()
/** A flag that must be there and must be false. */
export const off = z.literal(false)
export const yes = z.literal(true)
/** Words for people: what they say is free, and so is leaving them out. */
export const message = z.string().optional()

/** What the JSON Schema says of a request's member that `serverPrivate` marks; its visibility follows from this. */
export const serverPrivateNote = 'Stays on the server: no answer gives it back, in any form.'

/** A member of a request that must not come back. Whatever stands below it must not either. */
export const serverPrivate = (schema: Schema): Schema => schema.describe(serverPrivateNote)

/** An object of flags, each of them present and false; so is whatever else stands there. */
export function flags(...names: readonly string[]) {
  return z.object(Object.fromEntries(names.map((name) => [name, off]))).catchall(off)
}

/** One of several texts; an empty list admits none. */
export function oneOf(values: readonly string[]): Schema {
  const [first, ...rest] = [...new Set(values)]
  return first === undefined ? z.never() : z.enum([first, ...rest])
}

/** One of several schemas; an empty list admits nothing. */
export function anyOf(schemas: readonly Schema[]): Schema {
  const [first, second, ...rest] = schemas
  if (first === undefined) return z.never()
  return second === undefined ? first : z.union([first, second, ...rest])
}

/** Exactly this JSON value: objects closed, arrays in order, scalars as constants. */
export function exactly(value: unknown): Schema {
  if (value === null) return z.null()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return z.literal(value)
  if (Array.isArray(value)) {
    const [first, ...rest] = value.map(exactly)
    return first === undefined ? z.tuple([]) : z.tuple([first, ...rest])
  }
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} is no JSON value`)
  const members: [string, unknown][] = Object.entries(value)
  return z.object(Object.fromEntries(members.map(([name, member]) => [name, exactly(member)]))).strict()
}

/** A text in full, read as a pattern. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

export const confirmation = (text: string) => z.object({ required: yes, text: z.literal(text) }).strict()

/** An offer as the checkout shows it (WIRE 2): what identifies and prices it is pinned, its wording is free. */
export const offerView = (offer: Offer) =>
  z
    .object({
      id: z.literal(offer.id),
      productId: z.literal(offer.productId),
      priceId: z.literal(offer.priceId),
      kind: z.string(),
      name: z.string(),
      summary: z.string(),
      currency: z.literal(offer.currency),
      unitAmountCents: z.literal(offer.unitAmountCents),
      billingInterval: z.string().nullable(),
      status: z.string(),
    })
    .strict()

export const checkoutRoutes = ({ routes }: Contract) =>
  z
    .object({
      start: z.literal(routes.checkout),
      webhook: z.literal(routes.webhook),
      success: z.literal(routes.success),
      cancel: z.literal(routes.cancel),
    })
    .strict()

/** The states of an intent (WIRE 5), and whatever else the seed calls eligible. */
export const intentStatus = (contract: Contract): Schema =>
  oneOf([
    'pending_stripe',
    'stripe_session_created',
    'stripe_error',
    'paid',
    'completed',
    'payment_failed',
    'expired',
    ...contract.eligibleStatuses,
  ])

/** A refusal: only `ok` and `code` are judged, further public members and problem details may stand beside them. */
export const error = () => z.object({ ok: off, code: z.string().min(1) }).passthrough()
