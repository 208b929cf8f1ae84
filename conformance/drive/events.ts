import Stripe from 'stripe'
import type { Header, Json } from '../transcript.ts'
import type { Driver, Sent } from './driver.ts'

/** What an event says; whatever is left out is as Stripe would send it for the intent. */
export interface EventSpec {
  readonly type: string
  /** Goes into `metadata.checkout_intent_id`; null leaves it out. */
  readonly intentId: string | null
  /** Default: the same intent; null leaves it out. */
  readonly clientReferenceId?: string | null
  readonly sessionId?: string
  readonly paymentStatus?: string
  readonly amountCents: number
  readonly currency: string
  readonly livemode?: boolean
  /** Unix seconds; default: now. */
  readonly created?: number
  /** Members to set on `data.object`, over all others; `undefined` takes one away. */
  readonly object?: { readonly [member: string]: Json | undefined }
}

/** A Stripe event with its planted secrets, ready to be signed. */
export interface BuiltEvent {
  readonly id: string
  readonly type: string
  readonly body: string
}

const statusByType: { readonly [type: string]: string } = {
  'checkout.session.completed': 'complete',
  'checkout.session.async_payment_succeeded': 'complete',
  'checkout.session.async_payment_failed': 'complete',
  'checkout.session.expired': 'expired',
}

/** Builds an event as Stripe's API reference describes the Event and Checkout Session objects. */
export function buildEvent({ canaries, now }: Pick<Driver, 'canaries' | 'now'>, spec: EventSpec): BuiltEvent {
  const id = canaries.mint('stripe-event')
  const created = spec.created ?? Math.floor(now() / 1000)
  const expired = spec.type === 'checkout.session.expired'
  const paid =
    spec.type === 'checkout.session.completed' || spec.type === 'checkout.session.async_payment_succeeded'
  const event = {
    id,
    object: 'event',
    api_version: '2026-10-28',
    created,
    data: {
      object: {
        id: spec.sessionId ?? canaries.mint('stripe-session'),
        object: 'checkout.session',
        amount_subtotal: spec.amountCents,
        amount_total: spec.amountCents,
        client_reference_id: spec.clientReferenceId === undefined ? spec.intentId : spec.clientReferenceId,
        created,
        currency: spec.currency,
        customer: expired ? null : canaries.mint('stripe-customer'),
        customer_details: expired ? null : { email: canaries.mint('buyer-email'), name: null, phone: null },
        expires_at: created + 86_400,
        livemode: spec.livemode ?? false,
        metadata: {
          ...(spec.intentId === null ? {} : { checkout_intent_id: spec.intentId }),
          private_note: canaries.mint('metadata'),
        },
        mode: 'payment',
        payment_intent: expired ? null : canaries.mint('stripe-payment-intent'),
        payment_method_types: ['card'],
        payment_status: spec.paymentStatus ?? (paid ? 'paid' : 'unpaid'),
        status: statusByType[spec.type] ?? 'open',
        url: null,
        ...spec.object,
      },
    },
    livemode: spec.livemode ?? false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: spec.type,
  }
  return { id, type: spec.type, body: JSON.stringify(event) }
}

/** The `Stripe-Signature` header for a body, by the stripe package itself. `at` is in Unix seconds. */
export function signatureFor(body: string, secret: string, at: number): string {
  return Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: at })
}

export interface DeliverOptions {
  readonly step: string
  readonly variant?: string
  /** Default: `application/json`. */
  readonly contentType?: string
  /** The header's value; null sends none. Default: a valid one, made now. */
  readonly header?: string | null
  /** The name of the fault in the signature, when `header` is given. Default `valid`. */
  readonly signature?: string
  readonly attempt?: number
  /** Sent beside the header. */
  readonly headers?: readonly Header[]
  /** Sent in place of the event's own body. */
  readonly body?: string
  readonly about?: { readonly [member: string]: Json }
}

/** Sends a webhook. Needs the webhook secret, unless a header (or none) is given. */
export async function deliver(driver: Driver, event: BuiltEvent, options: DeliverOptions): Promise<Sent> {
  return driver.send(delivery(driver, event, options))
}

/** The digests in a header, and the one that the target expects for its time: a refusal must tell none of them. */
function digestsAround(header: string | null, body: string, secret: string | null): ReadonlySet<string> {
  const sent = [...(header?.matchAll(/[0-9a-f]{64}/g) ?? [])].map(([digest]) => digest)
  const at = /(?:^|[,\s])t=(\d{1,15})(?=,|$)/.exec(header ?? '')?.[1]
  if (at === undefined || secret === null) return new Set(sent)
  const expected = /v1=([0-9a-f]{64})/.exec(signatureFor(body, secret, Number(at)))?.[1]
  return new Set(expected === undefined ? sent : [...sent, expected])
}

/** The request of a delivery, for `send` or for a race. */
export function delivery(driver: Driver, event: BuiltEvent, options: DeliverOptions) {
  const { canaries, contract, now, webhookSecret } = driver
  const body = options.body ?? event.body
  let header = options.header
  if (header === undefined) {
    if (webhookSecret === null) throw new TypeError('a signed delivery needs the webhook secret')
    header = signatureFor(body, webhookSecret, Math.floor(now() / 1000))
  }
  for (const digest of digestsAround(header, body, webhookSecret)) {
    const bytes = Buffer.from(digest, 'hex')
    canaries.learn('signature', digest, [digest])
    canaries.learn('signature', bytes.toString('base64').replace(/=+$/, ''))
    canaries.learn('signature', bytes.toString('base64url'))
  }
  return {
    operation: 'webhook.deliver' as const,
    step: options.step,
    ...(options.variant === undefined ? {} : { variant: options.variant }),
    method: 'POST',
    path: contract.routes.webhook,
    headers: [
      ['content-type', options.contentType ?? 'application/json'] as const,
      ...(header === null ? [] : [['stripe-signature', header] as const]),
      ...(options.headers ?? []),
    ],
    body,
    delivery: {
      eventType: event.type,
      signature: options.signature ?? 'valid',
      attempt: options.attempt ?? 1,
    },
    about: options.about ?? {},
  }
}
