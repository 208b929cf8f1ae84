import type { RunRecord } from '../record.ts'
import type { Transcript } from '../transcript.ts'
import { readableLine, showExchange } from './exchange.ts'
import { failuresOf, notesOf, type Failure, type ShownFinding } from './failure.ts'
import { code, fenced } from './markdown-code.ts'
import { evidenceFacts, guaranteeRows, notJudged, verdictSentence } from './overview.ts'

/** At most so many findings of one check are printed; the record has them all. */
const shown = 3
/** Longest report, in characters: GitHub takes a step summary of 1 MiB. */
const longest = 400_000

/**
 * The Markdown summary. Whatever the target or the seed said stands in code, where Markdown knows no link, no image, no
 * mention and no HTML; only the words of the suite itself stand outside.
 */
export function markdownReport(transcript: Transcript, record: RunRecord): string {
  const failures = failuresOf(transcript, record.checks)
  const notes = notesOf(transcript, record.checks)
  const details = [
    ...section('Failures', failures, 'fail', record),
    ...section('Warnings', failures, 'warn', record),
    ...section('Notes', notes, 'pass', record),
  ]
  const parts = [...head(record), ...table(record), ...bounded(details), ...unjudged(record), ...tail(record)]
  return `${parts.join('\n\n')}\n`
}

function head(record: RunRecord): string[] {
  const facts = evidenceFacts(record).map(([label, value]) => `- ${label}: ${code(value)}`)
  return [
    `# Checkout conformance: ${record.verdict}`,
    `${verdictSentence(record)} Profile: **${record.profile}**.`,
    facts.join('\n'),
  ]
}

function table(record: RunRecord): string[] {
  const rows = guaranteeRows(record).map(
    ({ guarantee, status, passed, failed, warned, notJudged, notApplicable }) =>
      `| ${guarantee} | ${status === 'fail' ? '**fail**' : status} | ${passed} | ${failed} | ${warned} | ${notJudged} | ${notApplicable} |`,
  )
  return [
    '## Guarantees',
    [
      '| Guarantee | Status | Passed | Failed | Warned | Not judged | Not applicable |',
      '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
      ...rows,
    ].join('\n'),
  ]
}

function section(title: string, all: readonly Failure[], status: string, record: RunRecord): string[] {
  const chosen = all.filter((failure) => failure.status === status)
  if (chosen.length === 0) return []
  return [`## ${title}`, ...chosen.map((failure) => story(failure, record))]
}

function story(failure: Failure, record: RunRecord): string {
  const waived = record.waivers.applied.includes(failure.check) ? ', waived' : ''
  const more = failure.findings.length - shown
  return [
    `### ${failure.requirement} (${failure.level}${waived}): ${failure.title}`,
    failure.statement,
    failure.sources.map((source) => `- ${code(source)}`).join('\n'),
    ...failure.findings.slice(0, shown).map(found),
    ...(more > 0 ? [`And ${more} more, in \`record.json\`.`] : []),
    `Check \`${failure.check}\`. Why it matters: ${failure.why} How to put it right: ${failure.remedy}`,
  ].join('\n\n')
}

function found({ message, expected, seen, where, curl, exchange }: ShownFinding): string {
  const lines = [
    `found     ${readableLine(message)}`,
    `expected  ${readableLine(expected)}`,
    `seen      ${readableLine(seen)}`,
    ...(where === '' ? [] : [`where     ${readableLine(where)}`]),
  ]
  const block = fenced('text', lines.join('\n'))
  if (exchange === null) return block
  const { request, response } = showExchange(exchange)
  return [
    block,
    ...(curl === null ? [] : [fenced('sh', curl)]),
    `<details><summary>The exchange</summary>`,
    fenced('http', request),
    fenced('http', response),
    '</details>',
  ].join('\n\n')
}

function unjudged(record: RunRecord): string[] {
  const groups = notJudged(record)
  if (groups.length === 0) return []
  return [
    '## What was not judged',
    groups
      .map(
        ({ status, reason, checks }) =>
          `- ${status}: ${code(reason)} (${[...new Set(checks.map(({ requirement }) => requirement))].join(', ')})`,
      )
      .join('\n'),
  ]
}

function tail(record: RunRecord): string[] {
  const { missed } = record.sensitivity
  const { applied, problems } = record.waivers
  const lines = [
    ...missed.map((what) => `- Not noticed: ${code(what)}`),
    ...applied.map((id) => `- Waived: ${code(id)}`),
    ...problems.map((problem) => `- Baseline: ${code(problem)}`),
  ]
  return lines.length === 0 ? [] : ['## Remarks', lines.join('\n')]
}

/** As many of the parts as fit. */
function bounded(parts: readonly string[]): string[] {
  let room = longest
  const kept = parts.filter((part) => (room -= part.length) >= 0)
  return kept.length === parts.length
    ? kept
    : [...kept, `${parts.length - kept.length} sections left out for their length; \`record.json\` has them.`]
}
