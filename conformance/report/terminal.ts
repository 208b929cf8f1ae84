import { guarantees } from '../../contracts/requirements/index.ts'
import type { CheckResult, Status } from '../judge/judge.ts'
import type { RunRecord } from '../record.ts'
import type { Transcript } from '../transcript.ts'
import { failuresOf } from './failure.ts'
import { plain } from './plain.ts'

const signs: { readonly [status in Status]: string } = {
  pass: 'ok',
  fail: 'FAIL',
  warn: 'warn',
  'not-applicable': 'n/a',
  blocked: 'blocked',
  inconclusive: 'unclear',
  error: 'ERROR',
}

/** At most so many findings of one check are printed in full; the record has them all. */
const shown = 3

/** The report for a terminal: failures first in full, then what could not be judged, the guarantees, the verdict. */
export function terminalReport(transcript: Transcript, record: RunRecord): string {
  const lines = [
    ...failuresOf(transcript, record.checks).flatMap((failure) => [
      '',
      `${failure.status === 'fail' ? 'FAIL' : 'warn'} ${failure.requirement} (${failure.level}) ${failure.check}`,
      `  demands   ${failure.statement}`,
      ...failure.sources.map((source) => `  source    ${source}`),
      ...failure.findings
        .slice(0, shown)
        .flatMap((finding) => [
          `  found     ${finding.message}`,
          `  expected  ${finding.expected}`,
          `  seen      ${finding.seen}${finding.where === '' ? '' : `  (${finding.where})`}`,
          ...(finding.curl === null ? [] : [`  again     ${finding.curl}`]),
        ]),
      ...(failure.findings.length > shown
        ? [`  and ${failure.findings.length - shown} more, in record.json`]
        : []),
      `  remedy    ${failure.remedy}`,
    ]),
    ...unjudged(record.checks),
    '',
    ...table(record),
    '',
    ...summary(record),
  ]
  return `${lines.map(plain).join('\n')}\n`
}

function unjudged(results: readonly CheckResult[]): string[] {
  const lines = results
    .filter(({ status }) => status === 'blocked' || status === 'inconclusive' || status === 'error')
    .map(
      ({ status, requirement, id, reasons }) =>
        `${signs[status].padEnd(8)}${requirement} ${id}: ${reasons.slice(0, 2).join('; ')}`,
    )
  return lines.length === 0 ? [] : ['', ...lines]
}

function table(record: RunRecord): string[] {
  return guarantees.flatMap((guarantee) => {
    const among = record.checks.filter((result) => result.guarantee === guarantee)
    if (among.length === 0) return []
    const count = (...wanted: Status[]) => among.filter(({ status }) => wanted.includes(status)).length
    const parts = [
      `${count('pass')} passed`,
      ...(count('fail') > 0 ? [`${count('fail')} failed`] : []),
      ...(count('warn') > 0 ? [`${count('warn')} warned`] : []),
      ...(count('blocked', 'inconclusive', 'error') > 0
        ? [`${count('blocked', 'inconclusive', 'error')} not judged`]
        : []),
      ...(count('not-applicable') > 0 ? [`${count('not-applicable')} not applicable`] : []),
    ]
    return [
      `${signs[record.guarantees[guarantee] ?? 'not-applicable'].padEnd(8)}${guarantee.padEnd(14)}${parts.join(', ')}`,
    ]
  })
}

function summary(record: RunRecord): string[] {
  const { sensitivity, canaries } = record
  return [
    `verdict   ${record.verdict} (profile ${record.profile}${record.only === null ? '' : `, only ${record.only}: no certification`})`,
    `target    ${record.target}, seed ${record.seed}`,
    `evidence  ${record.exchanges} exchanges, ${canaries.accepted} of ${canaries.planted} planted secrets taken by the target, non-billing ${record.nonBilling}`,
    `would it have noticed?  ${sensitivity.caught} of ${sensitivity.edits} edits of this very transcript were caught`,
    ...record.waivers.applied.map((id) => `waived    ${id}: a known failure of the baseline, which certifies nothing`),
    ...record.waivers.problems.map((problem) => `baseline  ${problem}`),
    ...sensitivity.missed.map((missed) => `  missed: ${missed}`),
  ]
}
