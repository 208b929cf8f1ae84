import { errorCode, memberOf } from '../../judge/look.ts'
import type { Where } from '../../judge/view.ts'
import type { Exchange } from '../../transcript.ts'

/** The words of WIRE for a request, by what was wrong with it. */
export type Words = readonly [where: Where, words: readonly string[]]

/** The words of one step of a scenario, by variant. */
export function wordsOf(
  scenario: string,
  step: string,
  words: { readonly [variant: string]: string },
): readonly Words[] {
  return Object.entries(words).map(([variant, word]): Words => [{ scenario, step, variant }, [word]])
}

/** WIRE's status of a refusal whose word does not tell it; all other refusals of its tables are 400. */
const statuses: { readonly [word: string]: number } = {
  sandbox_offer_not_found: 404,
  checkout_redirect_not_available: 404,
  checkout_url_not_available: 404,
  owner_session_required: 401,
  webhook_secret_not_configured: 503,
  commission_review_already_reversed: 409,
  post_purchase_checkout_not_eligible: 409,
}

/** The status that WIRE gives to a word. */
export function statusFor(word: string): number {
  if (/_(?:recorded|replayed)$/.test(word)) return 200
  return statuses[word] ?? (/_(?:conflict|stale_state)$/.test(word) ? 409 : 400)
}

/** What an answer says of itself: its error word, or the outcome. */
export function wordOf(x: Exchange): string | undefined {
  const outcome = memberOf(x, 'status')
  return errorCode(x) ?? (typeof outcome === 'string' ? outcome : undefined)
}
