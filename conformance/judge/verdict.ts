import type { RunRecord } from '../record.ts'
import type { CheckResult } from './judge.ts'

export type Verdict = 'conformant' | 'non-conformant' | 'incomplete'

/**
 * `non-conformant` when a MUST failed; `incomplete` when no MUST failed and one could not be judged, or was waived, or
 * nothing passed; otherwise `conformant`. What the profile cannot judge does not count, and neither do SHOULD and MAY.
 */
export function verdictOf(results: readonly CheckResult[], waived: readonly string[] = []): Verdict {
  const failed = results.filter(({ status }) => status === 'fail')
  if (failed.some(({ id }) => !waived.includes(id))) return 'non-conformant'
  const unjudged = results.some(
    ({ level, status }) =>
      status === 'error' || (level === 'MUST' && (status === 'blocked' || status === 'inconclusive')),
  )
  const passed = results.some(({ status }) => status === 'pass')
  return unjudged || failed.length > 0 || !passed ? 'incomplete' : 'conformant'
}

export const exitCodes = {
  conformant: 0,
  'non-conformant': 1,
  usage: 2,
  unreachable: 3,
  incomplete: 4,
  internal: 5,
} as const

/**
 * The exit code of a judged run. Our own error outranks the verdict that it spoiled, but not a failure that was found;
 * a baseline with stale or expired entries fails the run that it stands for.
 */
export function exitCodeOf({
  verdict,
  checks,
  waivers,
}: Pick<RunRecord, 'verdict' | 'checks' | 'waivers'>): number {
  if (verdict !== 'non-conformant' && checks.some(({ status }) => status === 'error'))
    return exitCodes.internal
  return waivers.problems.length > 0 ? exitCodes['non-conformant'] : exitCodes[verdict]
}
