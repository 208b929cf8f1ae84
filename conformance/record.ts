import { guarantees } from '../contracts/requirements/index.ts'
import type { Check } from './judge/check.ts'
import { judge, statuses, type CheckResult, type Status } from './judge/judge.ts'
import { sensitivityOf, type Sensitivity } from './judge/sensitivity.ts'
import { verdictOf, type Verdict } from './judge/verdict.ts'
import { selectChecks } from './select.ts'
import type { Profile, Transcript } from './transcript.ts'
import { applyWaivers, type WaiverOutcome } from './waivers.ts'

/** The outcome of a run: everything in it follows from the transcript. */
export interface RunRecord {
  readonly format: 1
  readonly suite: string
  readonly target: string
  readonly profile: Profile
  readonly seed: string
  readonly startedAt: string
  readonly only: string | null
  readonly verdict: Verdict
  readonly counts: { readonly [status in Status]: number }
  readonly guarantees: { readonly [guarantee: string]: Status }
  /** How far non-billing was shown (DESIGN: declared, observed, witnessed). */
  readonly nonBilling: 'declared' | 'observed' | 'witnessed' | 'not-shown'
  readonly exchanges: number
  readonly canaries: { readonly planted: number; readonly accepted: number }
  readonly sensitivity: Sensitivity
  readonly waivers: WaiverOutcome
  readonly checks: readonly CheckResult[]
}

/** Judges a transcript and sums it up. Pure: the same transcript gives the same record, byte for byte. */
export function createRecord(transcript: Transcript, checks: readonly Check[]): RunRecord {
  const { header, entries } = transcript
  const selected = selectChecks(checks, header.only)
  const results = judge(transcript, selected)
  const waivers = applyWaivers(header.waivers, results, header.startedAt)
  return {
    format: 1,
    suite: header.suite,
    target: header.target,
    profile: header.profile,
    seed: header.seed.id,
    startedAt: header.startedAt,
    only: header.only,
    verdict: verdictOf(results, waivers.applied),
    counts: Object.fromEntries(
      statuses.map((status) => [status, results.filter((result) => result.status === status).length]),
    ) as Record<Status, number>,
    guarantees: Object.fromEntries(
      guarantees.flatMap((guarantee) => {
        const among = results.filter((result) => result.guarantee === guarantee)
        return among.length === 0 ? [] : [[guarantee, worst(among)] as const]
      }),
    ),
    nonBilling: nonBillingLevel(results),
    exchanges: entries.filter(({ kind }) => kind === 'exchange').length,
    canaries: {
      planted: header.canaries.length,
      accepted: header.canaries.filter(({ acceptedBy }) => acceptedBy !== null).length,
    },
    sensitivity: sensitivityOf(transcript, selected, results),
    waivers,
    checks: results,
  }
}

const severity: readonly Status[] = [
  'fail',
  'error',
  'blocked',
  'inconclusive',
  'warn',
  'pass',
  'not-applicable',
]

function worst(results: readonly CheckResult[]): Status {
  return severity.find((status) => results.some((result) => result.status === status)) ?? 'not-applicable'
}

/** The highest level at which every check of the non-billing guarantee that shows it has passed. */
function nonBillingLevel(results: readonly CheckResult[]): RunRecord['nonBilling'] {
  const passed = (requirement: string) => {
    const among = results.filter((result) => result.requirement === requirement && result.level === 'MUST')
    return among.length > 0 && among.every(({ status }) => status === 'pass')
  }
  if (!passed('NBL-01')) return 'not-shown'
  if (!passed('NBL-02')) return 'declared'
  return passed('NBL-03') ? 'witnessed' : 'observed'
}
