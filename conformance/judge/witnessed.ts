import { markersIn } from '../markers.ts'
import type { Exchange, Json, WitnessedCall } from '../transcript.ts'
import type { Recorder } from './check.ts'
import { member, memberOf, startedIntent } from './look.ts'
import { writtenId } from './writes.ts'
import type { View } from './view.ts'

/**
 * Whether the twin saw this target at all. When not, says so: nothing may pass because nothing was seen. A target whose
 * starts are all answered as a test environment's previews is not expected to call Stripe (WIRE 3).
 */
export function isWitnessed(view: View, record: Recorder): boolean {
  if (view.calls.length > 0) return true
  const starts = view.exchanges({ operation: 'checkout.start' }).filter((x) => startedIntent(x) !== undefined)
  if (starts.length > 0 && starts.every((x) => memberOf(x, 'status') === 'preview')) {
    record.notApplicable(
      'not witnessed: starts are answered as the previews of a test environment, which call no Stripe',
    )
  } else {
    record.missing(
      "not witnessed: the twin saw no call; point the target's Stripe client at it (STRIPE_API_BASE)",
    )
  }
  return false
}

export function isSessionCreate({ operation, method, path }: WitnessedCall): boolean {
  return (
    operation === 'checkout.sessions.create' ||
    (method === 'POST' && /^\/v1\/checkout\/sessions\/?$/.test(path))
  )
}

/** Calls between two positions of the transcript, without the starts of others who use the sandbox meanwhile. */
export function callsBetween(view: View, after: number, before: number): readonly WitnessedCall[] {
  return view.calls.filter((call) => call.n >= after && call.n < before && !isForeignStart(view, call))
}

/** Calls that came while one exchange was under way, all others having been answered before. */
export function callsDuring(view: View, exchange: Exchange): readonly WitnessedCall[] {
  return callsBetween(view, positionBefore(view, exchange.n), exchange.n)
}

/** The position of the last exchange or pause before a position; calls after it came later. */
export function positionBefore(view: View, n: number): number {
  return view.entries.reduce(
    (last, entry) => (entry.kind !== 'call' && entry.n < n ? Math.max(last, entry.n) : last),
    0,
  )
}

/** The intent that a session-create names. */
export function referenceOf({ params }: WitnessedCall): Json | undefined {
  return member(params, 'client_reference_id') ?? member(params, 'metadata', 'checkout_intent_id')
}

/** A session of Stripe's holds no more lines than this; whoever sells more of one thing has not sold what was confirmed. */
const mostItems = 100

/** The amounts of a session's lines where they are told in place (prices made at Stripe are not), else undefined. */
export function lineAmounts({ params }: WitnessedCall): readonly number[] | undefined {
  const items = member(params, 'line_items')
  if (typeof items !== 'object' || items === null) return undefined
  const amounts = Object.values(items as Record<string, Json>).flatMap((item) => {
    const quantity = Number(member(item, 'quantity') ?? 1)
    const data = member(item, 'price_data')
    const amount = Number(member(data, 'unit_amount') ?? member(data, 'unit_amount_decimal') ?? Number.NaN)
    const times = Number.isInteger(quantity) && quantity >= 0 ? Math.min(quantity, mostItems) : 1
    return Array.from({ length: times }, () => amount)
  })
  return amounts.some(Number.isNaN) ? undefined : amounts
}

/** Every currency that a session names, in lower case. */
export function lineCurrencies({ params }: WitnessedCall): string[] {
  const items = member(params, 'line_items')
  const lines =
    typeof items === 'object' && items !== null ? Object.values(items as Record<string, Json>) : []
  const named = [member(params, 'currency'), ...lines.map((line) => member(line, 'price_data', 'currency'))]
  return named.flatMap((one) => (typeof one === 'string' ? [one.toLowerCase()] : []))
}

/**
 * A regular start of somebody else: it names an intent that this run never saw, bears none of what this run planted,
 * and sells the seeded prices. Anything else is the target's own doing.
 */
function isForeignStart(view: View, call: WitnessedCall): boolean {
  const reference = member(call.params, 'client_reference_id')
  if (!isSessionCreate(call) || member(call.params, 'mode') !== 'payment') return false
  if (typeof reference !== 'string' || reference === '' || ownIntents(view).has(reference)) return false
  if (member(call.params, 'metadata', 'checkout_intent_id') !== reference) return false
  const planted = markersIn(JSON.stringify([call.idempotencyKey, call.params]))
  if (planted.some(({ id }) => view.canary(id) !== undefined)) return false
  const amounts = lineAmounts(call)
  const { primaryOffer, buyableBumps } = view.contract
  const sold = [primaryOffer, ...buyableBumps].map(({ unitAmountCents }) => unitAmountCents)
  return (
    amounts === undefined || (amounts.includes(sold[0] ?? -1) && amounts.every((one) => sold.includes(one)))
  )
}

const known = new WeakMap<View, ReadonlySet<string>>()

function ownIntents(view: View): ReadonlySet<string> {
  let ids = known.get(view)
  if (ids === undefined) {
    ids = new Set(view.exchanges({ operation: 'checkout.start' }).flatMap((x) => writtenId(x) ?? []))
    known.set(view, ids)
  }
  return ids
}
