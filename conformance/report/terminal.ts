import type { Status } from '../judge/judge.ts'
import type { RunRecord } from '../record.ts'
import type { Transcript } from '../transcript.ts'
import { failuresOf, notesOf, type Failure } from './failure.ts'
import { explorationLine } from './exploration.ts'
import { guaranteeRows } from './overview.ts'
import { readableLine } from './exchange.ts'
import { oneLine, plain } from './plain.ts'

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

/** The report for a terminal: failures first in full, then notes, what could not be judged, the guarantees, the verdict. */
export function terminalReport(transcript: Transcript, record: RunRecord): string {
  const lines = [
    ...failuresOf(transcript, record.checks).flatMap((failure) => story(failure)),
    ...notesOf(transcript, record.checks).flatMap(note),
    ...unjudged(record),
    '',
    ...guaranteeRows(record).map((row) => {
      const parts = [
        `${row.passed} passed`,
        ...(row.failed > 0 ? [`${row.failed} failed`] : []),
        ...(row.warned > 0 ? [`${row.warned} warned`] : []),
        ...(row.notJudged > 0 ? [`${row.notJudged} not judged`] : []),
        ...(row.notApplicable > 0 ? [`${row.notApplicable} not applicable`] : []),
      ]
      return `${signs[row.status].padEnd(8)}${row.guarantee.padEnd(14)}${parts.join(', ')}`
    }),
    '',
    ...summary(record, explorationLine(transcript)),
  ]
  return `${lines.map(plain).join('\n')}\n`
}

function story(failure: Failure): string[] {
  return [
    '',
    `${signs[failure.status === 'fail' ? 'fail' : 'warn']} ${failure.requirement} (${failure.level}) ${failure.check}`,
    `  demands   ${failure.statement}`,
    ...failure.sources.map((source) => `  source    ${oneLine(source)}`),
    ...mostTelling(failure.findings).flatMap((finding) => [
      `  found     ${readableLine(finding.message)}`,
      `  expected  ${readableLine(finding.expected)}`,
      `  seen      ${readableLine(finding.seen)}${finding.where === '' ? '' : `  (${oneLine(finding.where)})`}`,
      ...(finding.curl === null ? [] : [`  again     ${finding.curl}`]),
    ]),
    ...(failure.findings.length > shown
      ? [`  and ${failure.findings.length - shown} more, in record.json`]
      : []),
    `  remedy    ${failure.remedy}`,
  ]
}

/** The findings to print: of those that say the same, the first; the others where there is room left. */
function mostTelling(findings: Failure['findings']): Failure['findings'] {
  const firsts = findings.filter(
    ({ message }, i) => findings.findIndex((other) => other.message === message) === i,
  )
  const others = findings.filter((finding) => !firsts.includes(finding))
  const chosen = new Set([...firsts, ...others].slice(0, shown))
  return findings.filter((finding) => chosen.has(finding))
}

/** A MAY has no failure: what it found is told in one line. */
function note({ requirement, check, findings }: Failure): string[] {
  const [first] = findings
  const more = findings.length > 1 ? `, and ${findings.length - 1} more` : ''
  return ['', `note    ${requirement} ${check}: ${readableLine(first?.message ?? '')}${more}`]
}

function unjudged({ checks }: RunRecord): string[] {
  const lines = checks
    .filter(({ status }) => status === 'blocked' || status === 'inconclusive' || status === 'error')
    .map(
      ({ status, requirement, id, reasons }) =>
        `${signs[status].padEnd(8)}${requirement} ${id}: ${readableLine(reasons.slice(0, 2).join('; '))}`,
    )
  return lines.length === 0 ? [] : ['', ...lines]
}

function summary(record: RunRecord, explored: string | null): string[] {
  const { sensitivity, canaries } = record
  return [
    `verdict   ${record.verdict} (profile ${record.profile}${record.only === null ? '' : `, only ${record.only}: no certification`})`,
    `target    ${oneLine(record.target)}, seed ${oneLine(record.seed)}`,
    `evidence  ${record.exchanges} exchanges, ${canaries.accepted} of ${canaries.planted} planted secrets taken by the target, non-billing ${record.nonBilling}`,
    ...(explored === null ? [] : [`explored  ${explored}`]),
    `would it have noticed?  ${sensitivity.caught} of ${sensitivity.edits} edits of this very transcript were caught`,
    ...record.waivers.applied.map(
      (id) => `waived    ${id}: a known failure of the baseline, which certifies nothing`,
    ),
    ...record.waivers.problems.map((problem) => `baseline  ${oneLine(problem)}`),
    ...sensitivity.missed.map(
      (missed) =>
        `  missed: ${oneLine(missed)} (this contract or target allows it here, or it was not judged)`,
    ),
  ]
}
