import { field, isFields, textField } from '../http/fields.ts'
import type { Fields } from '../http/fields.ts'
import { mayMove } from './intent.ts'
import type { Intent, IntentStatus } from './records.ts'

/** A Stripe event, as far as the gateway reads it. */
export interface StripeEvent {
  readonly id: string
  readonly type: string
  readonly created: number
  readonly livemode: boolean
  readonly object: Fields
}

/** The event in a verified payload; null when it lacks what an event has. */
export function readEvent(payload: unknown): StripeEvent | null {
  if (!isFields(payload)) return null
  const id = textField(payload, 'id')
  const type = textField(payload, 'type')
  const data = field(payload, 'data')
  const object = isFields(data) ? field(data, 'object') : undefined
  if (id === undefined || type === undefined || !isFields(object)) return null
  const created = field(payload, 'created')
  return {
    id,
    type,
    created: typeof created === 'number' ? created : 0,
    livemode: field(payload, 'livemode') === true || field(object, 'livemode') === true,
    object,
  }
}

/** The intent that an event is about: the metadata's, else the client reference (WIRE 5). */
export function intentIdOf(event: StripeEvent): string | null {
  const metadata = field(event.object, 'metadata')
  const named = isFields(metadata) ? textField(metadata, 'checkout_intent_id') : undefined
  return named ?? textField(event.object, 'client_reference_id') ?? null
}

/** WIRE 5's table of events. Null: an event that moves nothing. */
export function statusOf(event: StripeEvent): IntentStatus | null {
  switch (event.type) {
    case 'checkout.session.completed':
      return field(event.object, 'payment_status') === 'paid' ? 'paid' : 'completed'
    case 'checkout.session.async_payment_succeeded':
      return 'paid'
    case 'checkout.session.async_payment_failed':
      return 'payment_failed'
    case 'checkout.session.expired':
      return 'expired'
    default:
      return null
  }
}

/** The table, guarded by what may follow on what: events come in any order. */
export function nextStatus(intent: Intent, event: StripeEvent): IntentStatus | null {
  const to = statusOf(event)
  return to !== null && mayMove(intent.status, to) ? to : null
}

/** An amount or a currency that the event states and that is not the intent's. */
export function contradicts(intent: Intent, event: StripeEvent): boolean {
  const amount = field(event.object, 'amount_total')
  const currency = field(event.object, 'currency')
  if (typeof amount === 'number' && amount !== intent.amountCents) return true
  return typeof currency === 'string' && currency.toLowerCase() !== intent.currency
}
