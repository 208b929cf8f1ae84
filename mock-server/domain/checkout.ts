import type { Contract, Offer } from '../../contracts/contract.ts'
import type { IntentLine } from './records.ts'

/** Only the stack's primary offer may be sold as such; no price named means that one. */
export function primaryOf(contract: Contract, priceId: string | undefined): Offer | undefined {
  const { primaryOffer } = contract
  return priceId === undefined || priceId === primaryOffer.priceId ? primaryOffer : undefined
}

/** Allow-listed bumps in the contract's order, each once; undefined as soon as one is off the list. */
export function bumpsOf(contract: Contract, priceIds: readonly string[]): readonly Offer[] | undefined {
  const wanted = new Set(priceIds)
  const bumps = contract.allowedBumps.filter((bump) => wanted.has(bump.priceId))
  return new Set(bumps.map((bump) => bump.priceId)).size === wanted.size ? bumps : undefined
}

export function linesOf(primary: Offer, bumps: readonly Offer[]): readonly IntentLine[] {
  return [lineOf(primary, 'primary'), ...bumps.map((bump) => lineOf(bump, 'bump'))]
}

/** In cents. */
export function totalOf(lines: readonly IntentLine[]): number {
  return lines.reduce((sum, line) => sum + line.unitAmountCents, 0)
}

/** A return address is taken from the caller only where it stays at our own origin. */
export function returnUrl(given: string | undefined, own: string): string {
  if (given === undefined || !URL.canParse(given, own)) return own
  const url = new URL(given, own)
  return url.origin === new URL(own).origin && url.username === '' && url.password === '' ? url.href : own
}

/** Adds what the success page needs. Stripe fills the placeholder in, so it must not be percent-encoded. */
export function successUrlFor(base: string, intentId: string): string {
  const url = new URL(base)
  url.searchParams.set('checkout_intent_id', intentId)
  url.searchParams.delete('session_id')
  const { hash } = url
  url.hash = ''
  return `${url.href}&session_id={CHECKOUT_SESSION_ID}${hash}`
}

function lineOf(offer: Offer, kind: IntentLine['kind']): IntentLine {
  return { kind, priceId: offer.priceId, title: offer.title, unitAmountCents: offer.unitAmountCents }
}
