import type { CheckResult } from './judge.ts'

export type Verdict = 'conformant' | 'non-conformant' | 'incomplete'

/**
 * `non-conformant` when a MUST failed; `incomplete` when no MUST failed and one could not be judged, or nothing passed;
 * otherwise `conformant`. What the profile cannot judge does not count, and neither do SHOULD and MAY.
 */
export function verdictOf(results: readonly CheckResult[]): Verdict {
  if (results.some((result) => result.status === 'fail')) return 'non-conformant'
  const unjudged = results.some(
    ({ level, status }) =>
      status === 'error' || (level === 'MUST' && (status === 'blocked' || status === 'inconclusive')),
  )
  return unjudged || !results.some((result) => result.status === 'pass') ? 'incomplete' : 'conformant'
}

export const exitCodes = {
  conformant: 0,
  'non-conformant': 1,
  usage: 2,
  unreachable: 3,
  incomplete: 4,
  internal: 5,
} as const

/** The exit code of a judged run. Our own error outranks the verdict that it spoiled, but not a failure that was found. */
export function exitCodeOf(verdict: Verdict, results: readonly CheckResult[]): number {
  if (verdict !== 'non-conformant' && results.some((result) => result.status === 'error'))
    return exitCodes.internal
  return exitCodes[verdict]
}
