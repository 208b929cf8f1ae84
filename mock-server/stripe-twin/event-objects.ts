import type { CheckoutSession } from './checkout-session.ts'
import { stripeId, type Random } from './ids.ts'

/** The facts of a checkout from which an event's objects are made. Amounts in the smallest unit of the currency. */
interface CheckoutFacts {
  readonly amountTotal: number
  readonly currency: string
  readonly metadata?: Readonly<Record<string, string>>
  readonly clientReferenceId?: string
  readonly email?: string
  readonly successUrl?: string
}

/** An object as an event carries it. */
export type EventObject = Readonly<Record<string, unknown>>

/**
 * A completed checkout session for a caller that has seen none, such as a suite that sends its own events: what the
 * buyer has paid and every Stripe id that a real one has. `created` in Unix seconds.
 */
export function sessionFrom(facts: CheckoutFacts, created: number, random: Random): CheckoutSession {
  const email = facts.email ?? null
  return {
    id: stripeId('cs_test', 58, random),
    object: 'checkout.session',
    amount_subtotal: facts.amountTotal,
    amount_total: facts.amountTotal,
    cancel_url: null,
    client_reference_id: facts.clientReferenceId ?? null,
    created,
    currency: facts.currency,
    customer: stripeId('cus', 14, random),
    customer_details: { email, name: null },
    customer_email: email,
    expires_at: created + 24 * 3600,
    livemode: false,
    metadata: facts.metadata ?? {},
    mode: 'payment',
    payment_intent: stripeId('pi', 24, random),
    payment_method_types: ['card'],
    payment_status: 'paid',
    status: 'complete',
    success_url: facts.successUrl ?? null,
    ui_mode: 'hosted_page',
    url: null,
  }
}

/** The payment intent behind a session, as `payment_intent.*` events carry it. */
export function paymentIntentFrom(session: CheckoutSession, random: Random): EventObject {
  return {
    id: session.payment_intent ?? stripeId('pi', 24, random),
    object: 'payment_intent',
    amount: session.amount_total,
    amount_received: session.amount_total,
    created: session.created,
    currency: session.currency,
    customer: session.customer,
    latest_charge: stripeId('ch', 24, random),
    livemode: false,
    metadata: session.metadata,
    payment_method: stripeId('pm', 24, random),
    receipt_email: session.customer_email,
    status: 'succeeded',
  }
}

/** The charge behind a session, with the card facts that must stay private. */
export function chargeFrom(session: CheckoutSession, random: Random): EventObject {
  return {
    id: stripeId('ch', 24, random),
    object: 'charge',
    amount: session.amount_total,
    billing_details: { email: session.customer_email },
    created: session.created,
    currency: session.currency,
    customer: session.customer,
    livemode: false,
    metadata: session.metadata,
    paid: true,
    payment_intent: session.payment_intent,
    payment_method: stripeId('pm', 24, random),
    payment_method_details: {
      type: 'card',
      card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2034 },
    },
    status: 'succeeded',
  }
}

/** A subscription of the session's customer, for events that a checkout must not listen to. */
export function subscriptionFrom(session: CheckoutSession, random: Random): EventObject {
  return {
    id: stripeId('sub', 24, random),
    object: 'subscription',
    created: session.created,
    currency: session.currency,
    customer: session.customer,
    livemode: false,
    metadata: session.metadata,
    status: 'active',
  }
}
