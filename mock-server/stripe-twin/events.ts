import { Stripe } from 'stripe'
import type { CheckoutSession } from './checkout-session.ts'
import { chargeFrom, paymentIntentFrom, subscriptionFrom, type EventObject } from './event-objects.ts'
import { stripeId, type Random } from './ids.ts'

/** A Stripe event as a webhook delivers it. */
export interface StripeEvent {
  readonly id: string
  readonly object: 'event'
  readonly api_version: string
  /** Unix seconds. */
  readonly created: number
  readonly data: { readonly object: EventObject }
  readonly livemode: boolean
  readonly pending_webhooks: number
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null }
  readonly type: string
}

export interface EventOptions {
  readonly random: Random
  /** Unix seconds. */
  readonly created: number
  /** Left out: a fresh id. Given: a redelivery of the same event. */
  readonly id?: string
  readonly livemode?: boolean
  /** Replaces members of the object, to say something else than the session does. */
  readonly object?: EventObject
}

/** The session events that decide about a checkout, in Stripe's words. */
export const sessionEventTypes = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
] as const
type SessionEventType = (typeof sessionEventTypes)[number]

const apiVersion = apiVersionOf(new Stripe('sk_test_version'))

function apiVersionOf(stripe: Stripe): string {
  const version: unknown = stripe.getApiField('version')
  return typeof version === 'string' ? version : ''
}

/** Any event around any object; for the types that have no builder of their own. */
export function stripeEvent(type: string, object: EventObject, options: EventOptions): StripeEvent {
  const livemode = options.livemode ?? false
  return {
    id: options.id ?? stripeId('evt', 24, options.random),
    object: 'event',
    api_version: apiVersion,
    created: options.created,
    data: { object: { ...object, livemode, ...options.object } },
    livemode,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  }
}

/**
 * A `checkout.session.*` event for a session. `paymentStatus` says how the payment stands where the type leaves that
 * open (`completed`): `unpaid` is a delayed payment method, `no_payment_required` a free order. Default `paid`.
 */
export function sessionEvent(
  type: SessionEventType,
  session: CheckoutSession,
  options: EventOptions & { readonly paymentStatus?: CheckoutSession['payment_status'] },
): StripeEvent {
  const expired = type === 'checkout.session.expired'
  const unpaid = expired || type === 'checkout.session.async_payment_failed'
  const paymentStatus = options.paymentStatus ?? (unpaid ? 'unpaid' : 'paid')
  const newPayment = () =>
    paymentStatus === 'no_payment_required' ? null : stripeId('pi', 24, options.random)
  const state: Partial<CheckoutSession> = {
    status: expired ? 'expired' : 'complete',
    payment_status: type === 'checkout.session.async_payment_succeeded' ? 'paid' : paymentStatus,
    payment_intent: expired ? null : (session.payment_intent ?? newPayment()),
    customer: expired ? session.customer : (session.customer ?? stripeId('cus', 14, options.random)),
    url: null,
  }
  return stripeEvent(type, { ...session, ...state }, options)
}

/** `payment_intent.succeeded`: says nothing about the checkout, and carries its metadata all the same. */
export function paymentIntentEvent(session: CheckoutSession, options: EventOptions): StripeEvent {
  return stripeEvent('payment_intent.succeeded', paymentIntentFrom(session, options.random), options)
}

/** `charge.succeeded`, with card facts. */
export function chargeEvent(session: CheckoutSession, options: EventOptions): StripeEvent {
  return stripeEvent('charge.succeeded', chargeFrom(session, options.random), options)
}

/** `customer.subscription.created`: no business of a one-time checkout. */
export function subscriptionEvent(session: CheckoutSession, options: EventOptions): StripeEvent {
  return stripeEvent('customer.subscription.created', subscriptionFrom(session, options.random), options)
}
