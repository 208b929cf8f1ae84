import type { Offer } from '../../contracts/contract.ts'
import type { Json } from '../transcript.ts'

/** What a published offer (WIRE 2) must say as the seed does; its kind, summary and status are free. */
export function offerFacts({ id, productId, priceId, title, currency, unitAmountCents }: Offer) {
  return { id, productId, priceId, name: title, currency, unitAmountCents }
}

/** What a published bump (WIRE 2) must say as the seed does. */
export function bumpFacts({ id, priceId, title, currency, unitAmountCents }: Offer) {
  return { id, priceId, title, currency, unitAmountCents }
}

/** Whether a published address is the route, as a path or as a URL whose path ends with it. */
export function isRoute(value: Json | undefined, route: string): boolean {
  if (typeof value !== 'string') return false
  if (value === route) return true
  // The target may stand below a base path, and may publish full URLs.
  return /^(?:https?:\/\/[^/?#]+)?\/[^?#]*$/.test(value) && value.endsWith(route)
}
