import type { Exchange, JsonObject } from '../../transcript.ts'
import { isObject, memberOf, sameJson, show } from '../look.ts'
import { isOpenAt, showState, stateRead } from '../state.ts'
import {
  textsIn,
  type Expectation,
  type Intent,
  type Look,
  type Told,
  type Touch,
  type World,
} from './world.ts'

/** A read of an intent of the story. */
export function looked(world: World, x: Exchange): Told {
  const intent = intentOf(world, x)
  const state = stateRead(x)
  const checkout = memberOf(x, 'checkout')
  if (intent === undefined || state === undefined || !isObject(checkout)) return null
  const now: Look = { ...state, ...rest(checkout) }
  const open = isOpenAt(world.contract, now.status)
  const told = [
    {
      requirement: 'ELG-04',
      holds: now.eligible === open,
      exchange: x,
      message: 'the flag "eligible" does not follow from the status',
      expected: `eligible ${open} at the status "${now.status}"`,
      seen: showState(x),
      pointer: '/response/body/checkout/eligible',
    },
    ...(intent.known === null ? first(x, now) : [status(world, intent, now, x), ...still(intent, now, x)]),
  ]
  intent.known = now
  intent.may = [now.status]
  intent.touches = []
  return told
}

function intentOf(world: World, x: Exchange): Intent | undefined {
  const id = x.about['checkoutIntentId']
  return typeof id === 'string' ? world.intents.get(id) : undefined
}

function rest(checkout: JsonObject) {
  return {
    amountCents: checkout['amountCents'] ?? null,
    currency: checkout['currency'] ?? null,
    bumps: textsIn(checkout['selectedOrderBumpPriceIds']),
  }
}

/** Right after the start nothing has happened that could open it. */
function first(x: Exchange, now: Look): Expectation[] {
  return [
    {
      requirement: 'ELG-01',
      holds: !['paid', 'completed'].includes(now.status) && !now.eligible,
      exchange: x,
      message: 'an intent is eligible as soon as it was started',
      expected: 'eligible false, until an event opens it',
      seen: showState(x),
      pointer: '/response/body/checkout',
    },
  ]
}

/** The status is one of those that what happened since the last read may lead to. */
function status(world: World, intent: Intent, now: Look, x: Exchange): Expectation {
  const may = intent.may ?? []
  const holds = may.includes(now.status)
  return {
    requirement: holds ? expectedBy(intent.touches) : brokenBy(world, intent.touches, now),
    holds,
    exchange: x,
    message: `the status is "${now.status}" after ${inWords(intent.touches)}; it was "${intent.known?.status ?? ''}"`,
    expected: may.map((one) => `status "${one}"`).join(' or '),
    seen: showState(x),
    pointer: '/response/body/checkout/status',
  }
}

/** The requirement that a right status speaks for. */
function expectedBy(touches: readonly Touch[]): string {
  const [last] = touches.filter((touch) => touch.by === 'event').slice(-1)
  if (last !== undefined) return ofEvent(last)
  const has = (by: Touch['by']) => touches.some((touch) => touch.by === by)
  if (has('repeated-event')) return 'WHK-04'
  if (has('foreign-event')) return 'ELG-07'
  return has('decision') || has('replayed-decision') ? 'NBL-02' : 'ELG-14'
}

/** The requirement that a wrong status breaks. */
function brokenBy(world: World, touches: readonly Touch[], now: Look): string {
  const [last] = touches.filter((touch) => touch.by === 'event').slice(-1)
  if (last === undefined) return expectedBy(touches)
  if (last.event === 'unpaid' && now.status === 'paid') return 'ELG-04'
  const closing = last.event === 'expired' || last.event === 'async-failed'
  return closing && isOpenAt(world.contract, now.status) ? 'ELG-05' : ofEvent(last)
}

function ofEvent({ event, from }: Extract<Touch, { by: 'event' }>): string {
  if (event === 'paid') return 'ELG-03'
  const wasCompleted = from.includes('completed')
  return wasCompleted && (event === 'async-failed' || event === 'async-succeeded') ? 'ELG-05' : 'WHK-06'
}

function inWords(touches: readonly Touch[]): string {
  const words = touches.map((touch) => (touch.by === 'event' ? touch.event : touch.by.replaceAll('-', ' ')))
  return words.length === 0 ? 'nothing at all' : words.join(', ')
}

const untouching = {
  'NBL-02': ['decision', 'replayed-decision', 'refused-decision', 'stale-decision'],
  'WHK-04': ['repeated-event'],
  'STL-02': ['stale-decision'],
  'IDM-06': ['other-start'],
} as const

/** What a decision, a repeated event, a refused decision or another body under a start's key must leave alone. */
function still(intent: Intent, now: Look, x: Exchange): Expectation[] {
  const { known, touches } = intent
  // A later event for another intent is none of this one's business: ELG-07 judges the status.
  const own = touches.filter(({ by }) => by !== 'foreign-event')
  if (known === null || own.length === 0) return []
  const only = (bys: readonly string[]) => own.every(({ by }) => bys.includes(by))
  const requirement = only(untouching['STL-02'])
    ? 'STL-02'
    : (['NBL-02', 'WHK-04', 'IDM-06'] as const).find((id) => only(untouching[id]))
  if (requirement === undefined || own.every(({ by }) => by === 'refused-decision')) return []
  const before = { amountCents: known.amountCents, currency: known.currency, bumps: known.bumps }
  const after = { amountCents: now.amountCents, currency: now.currency, bumps: now.bumps }
  // Another body under a start's key may be answered by looking the intent up anew, which may touch its time.
  const time = requirement === 'IDM-06' || known.updatedAt === now.updatedAt
  return [
    {
      requirement,
      holds: sameJson(before, after) && time,
      exchange: x,
      message: `the intent changed after ${inWords(own)}`,
      expected: `${show(before)}, updatedAt ${known.updatedAt}`,
      seen: `${show(after)}, updatedAt ${now.updatedAt}`,
      pointer: '/response/body/checkout',
    },
  ]
}
