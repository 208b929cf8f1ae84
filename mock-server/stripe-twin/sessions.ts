import { isFree, type CheckoutSession } from './checkout-session.ts'
import { StripeFailure } from './errors.ts'
import { stripeId, type Random } from './ids.ts'

/** The sessions that a twin holds, with the transitions that a buyer or the passing of time would cause. */
export interface TwinSessions {
  get(id: string): CheckoutSession | undefined
  /** In the order of their creation. */
  all(): readonly CheckoutSession[]
  add(session: CheckoutSession): void
  /** The buyer finishes: `paid`, or `unpaid` for a delayed payment method. A free order has no payment at all. */
  complete(id: string, outcome: 'paid' | 'unpaid', email?: string): CheckoutSession
  /** A delayed payment arrives or fails. */
  settle(id: string, succeeded: boolean): CheckoutSession
  expire(id: string): CheckoutSession
  clear(): void
}

/** `keep` bounds how many sessions there are; the oldest goes first. */
export function createSessions(random: Random, keep = Infinity): TwinSessions {
  const sessions = new Map<string, CheckoutSession>()

  function change(
    id: string,
    from: CheckoutSession['status'],
    changes: (session: CheckoutSession) => Partial<CheckoutSession>,
  ): CheckoutSession {
    const session = sessions.get(id)
    if (session === undefined) throw new RangeError('the twin has no such checkout session')
    if (session.status !== from) {
      throw new StripeFailure(400, {
        type: 'invalid_request_error',
        message: `Only Checkout Sessions with a status in ["${from}"] allow this. This one has status ${session.status}.`,
      })
    }
    const changed = { ...session, ...changes(session) }
    sessions.set(id, changed)
    return changed
  }

  return {
    get: (id) => sessions.get(id),
    all: () => [...sessions.values()],
    add: (session) => {
      sessions.set(session.id, session)
      const [oldest] = sessions.keys()
      if (sessions.size > keep && oldest !== undefined) sessions.delete(oldest)
    },
    complete: (id, outcome, email) =>
      change(id, 'open', (session) => ({
        status: 'complete',
        url: null,
        payment_status: isFree(session) ? 'no_payment_required' : outcome,
        payment_intent: session.mode === 'payment' && !isFree(session) ? stripeId('pi', 24, random) : null,
        // Stripe makes one only `if_required` unless told otherwise. Here a guest has one, too, on purpose: what a
        // receiver of events never gets, it cannot be seen to leak.
        customer: session.customer ?? stripeId('cus', 14, random),
        customer_details: { email: session.customer_email ?? email ?? null, name: null },
      })),
    settle: (id, succeeded) =>
      change(id, 'complete', () => ({ payment_status: succeeded ? 'paid' : 'unpaid' })),
    expire: (id) => change(id, 'open', () => ({ status: 'expired', url: null })),
    clear: () => {
      sessions.clear()
    },
  }
}
