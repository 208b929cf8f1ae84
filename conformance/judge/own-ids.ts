import type { Leak } from './leaks.ts'

/** Members of the wire whose values are ids of the target's own making: any opaque string (WIRE). */
const opaque =
  /\/(?:checkoutIntentId|decisionId|referralClickId|referralAttributionId|commissionLedgerId|commissionRuleIds\/\d+|actionId)$/

/** Prefixes of Stripe's that are common words or letters too: alone they tell nothing of an id's maker. */
const common =
  /^stripe:(?:cs|py|sub|si|in|ii|il|re|txn|po|tr|card|src|tok|ba|req|cn|dp|du|fee|link|mandate|promo|qt|tax|we)$/

/** Ids that only look like Stripe's: the target gives them out as its own, and their prefix is a common one. */
export function ownIds(leaks: readonly Leak[]): ReadonlySet<string> {
  return new Set(
    leaks
      .filter(({ marker, pointer }) => common.test(marker.kind) && opaque.test(pointer))
      .map(({ marker }) => marker.id),
  )
}

/**
 * Whether `req_…` ids are the target's own request ids: they stand on answers that no call to Stripe can lie behind.
 * One that is passed on from Stripe shows only where Stripe was asked: on a start.
 */
export function ownRequestIds(leaks: readonly Leak[]): boolean {
  const asked = new Set(['checkout.start', 'checkout.redirect'])
  return leaks.some(({ marker, subject }) => marker.kind === 'stripe:req' && !asked.has(subject.operation))
}
