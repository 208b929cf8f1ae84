import { guarantees } from '../../contracts/requirements/index.ts'
import type { CheckResult, Status } from '../judge/judge.ts'
import type { RunRecord } from '../record.ts'

/** One guarantee of the table that every report has. */
export interface GuaranteeRow {
  readonly guarantee: string
  readonly status: Status
  readonly passed: number
  readonly failed: number
  readonly warned: number
  /** Blocked, inconclusive, or in error. */
  readonly notJudged: number
  readonly notApplicable: number
}

/** The guarantees that were asked about, in the order of the catalogue. */
export function guaranteeRows(record: RunRecord): GuaranteeRow[] {
  return guarantees.flatMap((guarantee) => {
    const among = record.checks.filter((result) => result.guarantee === guarantee)
    if (among.length === 0) return []
    const count = (...wanted: Status[]) => among.filter(({ status }) => wanted.includes(status)).length
    return [
      {
        guarantee,
        status: record.guarantees[guarantee] ?? 'not-applicable',
        passed: count('pass'),
        failed: count('fail'),
        warned: count('warn'),
        notJudged: count('blocked', 'inconclusive', 'error'),
        notApplicable: count('not-applicable'),
      },
    ]
  })
}

/** Checks that could not be judged for one and the same reason. */
export interface NotJudged {
  readonly status: Status
  readonly reason: string
  readonly checks: readonly Pick<CheckResult, 'id' | 'requirement' | 'title'>[]
}

/** What was not judged, grouped by status and reason, and how to unlock it where the reason says so. */
export function notJudged(record: RunRecord): NotJudged[] {
  const groups = new Map<string, { status: Status; reason: string; checks: CheckResult[] }>()
  for (const result of record.checks) {
    if (result.status === 'pass' || result.status === 'fail' || result.status === 'warn') continue
    const reason = result.reasons.slice(0, 2).join('; ')
    const key = `${result.status} ${reason}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { status: result.status, reason, checks: [result] })
    else group.checks.push(result)
  }
  const order: readonly Status[] = ['error', 'blocked', 'inconclusive', 'not-applicable']
  return [...groups.values()].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
}

/** What the verdict means, in one sentence. */
export function verdictSentence(record: RunRecord): string {
  if (record.only !== null) return 'Only a part of the suite was run, so this certifies nothing.'
  switch (record.verdict) {
    case 'conformant':
      return `Every MUST that the profile ${record.profile} can judge holds.`
    case 'non-conformant': {
      const broken = new Set(
        record.checks.filter(({ status }) => status === 'fail').map(({ requirement }) => requirement),
      ).size
      return broken === 1 ? 'One requirement is broken.' : `${broken} requirements are broken.`
    }
    case 'incomplete':
      return record.waivers.applied.length > 0
        ? 'A known failure is waived, or something could not be judged; neither certifies.'
        : 'Nothing was found broken, but not all that must be judged could be.'
  }
}

/** What the run rests on, as labels with values. */
export function evidenceFacts(record: RunRecord): readonly (readonly [label: string, value: string])[] {
  const { sensitivity, canaries } = record
  return [
    ['Target', record.target],
    ['Profile', record.profile],
    ...(record.only === null ? [] : [['Only', record.only] as const]),
    ['Seed', record.seed],
    ['Started', record.startedAt],
    ['Suite', record.suite],
    ['Exchanges', String(record.exchanges)],
    ['Planted secrets', `${canaries.accepted} of ${canaries.planted} taken by the target`],
    ['Non-billing', record.nonBilling],
    [
      'Would it have noticed?',
      `${sensitivity.caught} of ${sensitivity.edits} edits of this very transcript were caught`,
    ],
  ]
}
