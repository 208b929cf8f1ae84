import type { Offer } from '../../contracts/contract.ts'
import type { Exchange } from '../transcript.ts'
import { isObject, member, parseJson, startedIntent } from './look.ts'
import type { View } from './view.ts'

/** What a start asks for, the primary offer first; undefined where its body leaves room for another reading. */
function basketOf(view: View, x: Exchange): readonly Offer[] | undefined {
  const { buyableBumps, primaryOffer } = view.contract
  const body = parseJson(x.request.body ?? '')
  if (!isObject(body) || x.request.body?.includes('__proto__') === true) return undefined
  const asked = member(body, 'orderBumpPriceIds')
  if (asked === undefined) return [primaryOffer]
  if (!Array.isArray(asked)) return undefined
  const bumps = buyableBumps.filter(({ priceId }) => asked.includes(priceId))
  return asked.every((id) => bumps.some(({ priceId }) => priceId === id))
    ? [primaryOffer, ...bumps]
    : undefined
}

/**
 * The baskets that an intent may have been confirmed with: that of its first start, or of each that raced to be it. A
 * replay never changes what was confirmed.
 */
export function confirmedBaskets(view: View): ReadonlyMap<string, readonly (readonly Offer[])[]> {
  const starts = new Map<string, Exchange[]>()
  for (const x of view.exchanges({ operation: 'checkout.start' })) {
    const id = startedIntent(x)
    if (id !== undefined) starts.set(id, [...(starts.get(id) ?? []), x])
  }
  const found = new Map<string, (readonly Offer[])[]>()
  for (const [id, all] of starts) {
    const end = Math.min(...all.map(({ sentAt, tookMs }) => sentAt + tookMs))
    const baskets = all.filter(({ sentAt }) => sentAt <= end).map((x) => basketOf(view, x))
    const known = baskets.filter((basket) => basket !== undefined)
    if (known.length === baskets.length) found.set(id, known)
  }
  return found
}
