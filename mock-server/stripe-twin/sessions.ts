import { isFree, type CheckoutSession } from './checkout-session.ts'
import { StripeFailure } from './errors.ts'
import { stripeId, type Random } from './ids.ts'

/** A session, and the partition that it was created in. */
export interface HeldSession {
  readonly session: CheckoutSession
  readonly partition: string | undefined
}

/** The sessions that a twin holds, with the transitions that a buyer or the passing of time would cause. */
export interface TwinSessions {
  /** As it is by now: an open one whose time is over expires here. */
  get(id: string): CheckoutSession | undefined
  /** In the order of their creation, each as it was when somebody last looked. */
  all(): readonly CheckoutSession[]
  add(session: CheckoutSession, partition?: string): void
  partitionOf(this: void, id: string): string | undefined
  /** The buyer finishes: `paid`, or `unpaid` for a delayed payment method. A free order has no payment at all. */
  complete(id: string, outcome: 'paid' | 'unpaid', email?: string): CheckoutSession
  /** A delayed payment arrives or fails. */
  settle(id: string, succeeded: boolean): CheckoutSession
  expire(id: string): CheckoutSession
  /** Tells the listener of each session whose time runs out; returns the way to stop that. */
  onTimeOver(listener: (session: CheckoutSession) => void): () => void
  /** These sessions as they are, to put back later; what it does not know is left out. */
  keep(ids: readonly string[]): readonly HeldSession[]
  putBack(kept: readonly HeldSession[]): void
  clear(): void
}

interface SessionsOptions {
  readonly random: Random
  /** Milliseconds since the epoch, by the clock of a partition. */
  readonly clockOf: (partition: string | undefined) => number
  /** How many sessions there are at most; the oldest goes first. */
  readonly keep?: number
}

export function createSessions({ random, clockOf, keep = Infinity }: SessionsOptions): TwinSessions {
  const sessions = new Map<string, HeldSession>()
  const listeners = new Set<(session: CheckoutSession) => void>()

  function hold(held: HeldSession): void {
    sessions.set(held.session.id, held)
    const [oldest] = sessions.keys()
    if (sessions.size > keep && oldest !== undefined) sessions.delete(oldest)
  }

  function get(id: string): CheckoutSession | undefined {
    const held = sessions.get(id)
    if (held === undefined) return undefined
    const { session, partition } = held
    if (session.status !== 'open' || clockOf(partition) < session.expires_at * 1000) return session
    const expired = { ...session, ...over }
    sessions.set(id, { session: expired, partition })
    for (const listener of [...listeners]) listener(expired)
    return expired
  }

  function change(
    id: string,
    from: CheckoutSession['status'],
    changes: (session: CheckoutSession) => Partial<CheckoutSession>,
  ): CheckoutSession {
    const session = get(id)
    if (session === undefined) throw new RangeError('the twin has no such checkout session')
    if (session.status !== from) {
      throw new StripeFailure(400, {
        type: 'invalid_request_error',
        message: `Only Checkout Sessions with a status in ["${from}"] allow this. This one has status ${session.status}.`,
      })
    }
    const changed = { ...session, ...changes(session) }
    sessions.set(id, { session: changed, partition: sessions.get(id)?.partition })
    return changed
  }

  return {
    get,
    all: () => [...sessions.values()].map(({ session }) => session),
    add: (session, partition) => {
      hold({ session, partition })
    },
    partitionOf: (id) => sessions.get(id)?.partition,
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
    expire: (id) => change(id, 'open', () => over),
    onTimeOver: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    keep: (ids) => ids.map((id) => sessions.get(id)).filter((held) => held !== undefined),
    putBack: (kept) => {
      for (const held of kept) hold(held)
    },
    clear: () => {
      sessions.clear()
    },
  }
}

const over = { status: 'expired', url: null } as const
