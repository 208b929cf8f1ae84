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

/** What an answer says of itself: its error word, or the outcome. */
export function wordOf(x: Exchange): string | undefined {
  const outcome = memberOf(x, 'status')
  return errorCode(x) ?? (typeof outcome === 'string' ? outcome : undefined)
}
