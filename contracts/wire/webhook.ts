import { z } from '../zod.ts'
import { flags, id, serverPrivate, yes } from './parts.ts'

const redaction = flags('rawStripeIdsIncluded')

/** WIRE 5, the request: what of a Stripe event the gateway reads. */
export const webhookEvent = () =>
  z
    .object({
      id: serverPrivate(id),
      type: z.string().min(1),
      livemode: z.boolean().optional(),
      created: z.number().int().optional(),
      data: serverPrivate(z.object({ object: z.object({}).passthrough() }).passthrough()),
    })
    .passthrough()

/** WIRE 5: an event that was taken. The protocol leaves room for more members. */
export const webhookAccepted = () =>
  z
    .object({
      ok: yes,
      received: yes,
      duplicate: z.literal(false),
      eventType: z.string().min(1),
      checkoutIntentId: id.nullable(),
      checkoutIntentUpdated: z.boolean(),
      redaction,
    })
    .passthrough()

/** WIRE 5: an event that had been taken before. */
export const webhookDuplicate = () =>
  z.object({ ok: yes, received: yes, duplicate: yes, redaction: redaction.optional() }).passthrough()
