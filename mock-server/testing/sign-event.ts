import Stripe from 'stripe'

/** A `Stripe-Signature` for a payload. `timestamp` in Unix seconds. */
export function signEvent(payload: string, secret: string, timestamp: number): string {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp })
}
