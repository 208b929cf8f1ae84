import { isFree, type CheckoutSession } from '../checkout-session.ts'
import {
  chargeEvent,
  paymentIntentEvent,
  sessionEvent,
  stripeEvent,
  type EventOptions,
  type StripeEvent,
} from '../events.ts'
import { paymentIntentFrom } from '../event-objects.ts'
import type { TwinSessions } from '../sessions.ts'
import { outcomeOf } from './cards.ts'

/** What a buyer can do on the pay page. */
export const payActions = [
  'pay',
  'authenticate',
  'fail_authentication',
  'pay_later',
  'pay_later_fail',
  'expire',
  'abandon',
] as const
export type PayAction = (typeof payActions)[number]

/** What an action led to: what the buyer sees next, the events of now, and those of a payment that takes its time. */
export interface PayResult {
  readonly next: 'done' | 'back' | 'challenge' | 'page'
  readonly message?: string
  readonly events: readonly StripeEvent[]
  readonly later?: () => readonly StripeEvent[]
}

/** Carries out an action on an open session, as Stripe's hosted page would. A free order asks for no card. */
export function act(
  action: PayAction,
  session: CheckoutSession,
  form: { readonly card: string; readonly email: string | undefined },
  { sessions, event }: { readonly sessions: TwinSessions; readonly event: () => EventOptions },
): PayResult {
  const { id } = session
  if (isFree(session) && action !== 'expire' && action !== 'abandon') {
    return { next: 'done', events: [completed(sessions.complete(id, 'paid', form.email))] }
  }
  switch (action) {
    case 'pay': {
      const outcome = outcomeOf(form.card)
      if (outcome.kind === 'succeeds') return paid()
      if (outcome.kind === 'authenticates') return { next: 'challenge', events: [] }
      return failed(outcome.code, outcome.message)
    }
    case 'authenticate':
      return paid()
    case 'fail_authentication':
      return failed(
        'payment_intent_authentication_failure',
        'We are unable to authenticate your payment method.',
      )
    case 'pay_later':
      return later(true)
    case 'pay_later_fail':
      return later(false)
    case 'expire':
      return {
        next: 'back',
        events: [sessionEvent('checkout.session.expired', sessions.expire(id), event())],
      }
    case 'abandon':
      return { next: 'back', events: [] }
  }

  function paid(): PayResult {
    const complete = sessions.complete(id, 'paid', form.email)
    return {
      next: 'done',
      events: [chargeEvent(complete, event()), paymentIntentEvent(complete, event()), completed(complete)],
    }
  }

  function later(succeeds: boolean): PayResult {
    const complete = sessions.complete(id, 'unpaid', form.email)
    const type = succeeds
      ? 'checkout.session.async_payment_succeeded'
      : 'checkout.session.async_payment_failed'
    return {
      next: 'done',
      events: [completed(complete)],
      later: () => [sessionEvent(type, sessions.settle(id, succeeds), event())],
    }
  }

  function completed(complete: CheckoutSession): StripeEvent {
    const options = { ...event(), paymentStatus: complete.payment_status }
    return sessionEvent('checkout.session.completed', complete, options)
  }

  function failed(code: string, message: string): PayResult {
    const options = event()
    const object = {
      ...paymentIntentFrom(session, options.random),
      amount_received: 0,
      latest_charge: null,
      last_payment_error: { type: 'card_error', code, message },
      status: 'requires_payment_method',
    }
    return { next: 'page', message, events: [stripeEvent('payment_intent.payment_failed', object, options)] }
  }
}
