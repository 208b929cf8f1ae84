import type { Exchange } from '../../transcript.ts'
import { memberOf, show } from '../look.ts'
import { isReceived } from '../state.ts'
import { outcomeOf } from '../writes.ts'
import { asked, askedText, type EventKind, type Intent, type Told, type World } from './world.ts'

/** WIRE 5's table: the status that an event brings. */
const brings: { readonly [event in EventKind]: string } = {
  paid: 'paid',
  unpaid: 'completed',
  'async-succeeded': 'paid',
  'async-failed': 'payment_failed',
  expired: 'expired',
}

const settled = ['paid', 'completed', 'payment_failed', 'expired']

/**
 * The statuses in which an event may leave an intent: the table's alone where Stripe sends the event at that point, and
 * the old one as well where it does not (another order, a change of what is final: SHOULDs, which a model of MUSTs bears with).
 */
export function outcomes(status: string, event: EventKind, late: boolean): readonly string[] {
  const to = brings[event]
  const inOrder = settled.includes(status)
    ? status === 'completed' && (event === 'async-succeeded' || event === 'async-failed')
    : event === 'paid' || event === 'unpaid' || event === 'expired'
  return inOrder && !late ? [to] : [status, to]
}

function kindOf(x: Exchange): EventKind | undefined {
  const paid = asked(x, 'data', 'object', 'payment_status') === 'paid'
  switch (asked(x, 'type')) {
    case 'checkout.session.completed':
      return paid ? 'paid' : 'unpaid'
    case 'checkout.session.async_payment_succeeded':
      return 'async-succeeded'
    case 'checkout.session.async_payment_failed':
      return 'async-failed'
    case 'checkout.session.expired':
      return 'expired'
    default:
      return undefined
  }
}

/** A signed delivery for an intent of the story. */
export function delivered(world: World, x: Exchange): Told {
  const id = askedText(x, 'id')
  const event = kindOf(x)
  const intent = world.intents.get(askedText(x, 'data', 'object', 'metadata', 'checkout_intent_id'))
  if (event === undefined || intent === undefined || id === '') return null
  const received = isReceived(x)
  const duplicate = memberOf(x, 'duplicate') === true
  if (world.events.has(id)) {
    intent.touches.push({ by: 'repeated-event' })
    return [
      {
        requirement: 'WHK-04',
        holds: received && duplicate,
        exchange: x,
        message: 'an event that was delivered before was not answered as a duplicate',
        expected: '200, received true, duplicate true',
        seen: `${outcomeOf(x)}, duplicate ${show(memberOf(x, 'duplicate'))}`,
        pointer: '/response/body/duplicate',
      },
    ]
  }
  const from = intent.may ?? []
  // A target may weigh when an event was made.
  const late = x.about['late'] === true
  const next = [...new Set(from.flatMap((status) => outcomes(status, event, late)))]
  const strict = from.length === 1 && next.length === 1
  intent.touches.push({ by: 'event', event, from })
  // An event that was refused out of order may have had its effect or not.
  if (intent.may !== null) intent.may = next
  for (const other of world.intents.values()) {
    if (other !== intent) other.touches.push({ by: 'foreign-event' })
  }
  for (const entry of world.entries.values()) {
    if (entry.intentId === intent.id) entry.certain = false
  }
  if (received) world.events.add(id)
  return [...(received ? [isNew(x, duplicate)] : []), ...(strict ? [isTaken(x, received, intent)] : [])]
}

function isNew(x: Exchange, duplicate: boolean) {
  return {
    requirement: 'WHK-04',
    holds: !duplicate,
    exchange: x,
    message: 'an event under a new id was answered as a duplicate',
    expected: 'duplicate false',
    seen: outcomeOf(x),
    pointer: '/response/body/duplicate',
  }
}

function isTaken(x: Exchange, received: boolean, intent: Intent) {
  return {
    requirement: 'WHK-06',
    holds: received,
    exchange: x,
    message: `a signed event, sent in Stripe's order for an intent with the status "${intent.known?.status ?? ''}", was refused`,
    expected: '200, received true',
    seen: outcomeOf(x),
    pointer: '/response/status',
  }
}
