import type { Status } from '../judge/judge.ts'
import type { RunRecord } from '../record.ts'
import type { Transcript } from '../transcript.ts'
import { failuresOf, notesOf } from './failure.ts'
import { stories } from './html-stories.ts'
import { escapeHtml, facts, inline, list } from './html-parts.ts'
import { style } from './html-style.ts'
import { evidenceFacts, guaranteeRows, notJudged, verdictSentence } from './overview.ts'

/**
 * The report as one page that needs nothing else: no network, no script, and nothing of the target's but text. The
 * policy in its head holds even if an escape were wrong.
 */
export function htmlReport(transcript: Transcript, record: RunRecord): string {
  const failures = failuresOf(transcript, record.checks)
  const waived = record.waivers.applied
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Checkout conformance: ${record.verdict}</title>
<style>${style}</style>
</head>
<body>
<main>
${[
  verdict(record),
  guarantees(record),
  stories(
    'Failures',
    'fail',
    failures.filter(({ status }) => status === 'fail'),
    waived,
  ),
  stories(
    'Warnings',
    'warned',
    failures.filter(({ status }) => status === 'warn'),
    waived,
  ),
  stories('Notes', 'noted', notesOf(transcript, record.checks), waived),
  unjudged(record),
  sensitivity(record),
]
  .filter((part) => part !== '')
  .join('\n')}
</main>
<footer><p class="soft">Made by ${inline(record.suite)}. The whole evidence is in <code>record.json</code> and <code>transcript.jsonl</code> beside this page; <code>judge</code> recomputes the record from it.</p></footer>
</body>
</html>
`
}

const tones: { readonly [status in Status]: string } = {
  pass: 'good',
  fail: 'bad',
  warn: 'warn',
  'not-applicable': 'soft',
  blocked: 'warn',
  inconclusive: 'warn',
  error: 'bad',
}

const verdictTones = { conformant: 'good', 'non-conformant': 'bad', incomplete: 'warn' } as const

function verdict(record: RunRecord): string {
  return `<header class="verdict ${verdictTones[record.verdict]}">
<h1>Checkout conformance: ${record.verdict}</h1>
<p>${escapeHtml(verdictSentence(record))}</p>
${facts(
  'facts',
  evidenceFacts(record).map(([label, value]) => [label, inline(value)]),
)}
</header>`
}

function guarantees(record: RunRecord): string {
  const number = (value: number, tone: string) =>
    value === 0 ? '<td class="zero">0</td>' : `<td${tone === '' ? '' : ` class="${tone}"`}>${value}</td>`
  const rows = guaranteeRows(record).map(
    (row) =>
      `<tr><th scope="row">${escapeHtml(row.guarantee)}</th><td class="${tones[row.status]}">${row.status}</td>${number(row.passed, '')}${number(row.failed, 'bad')}${number(row.warned, 'warn')}${number(row.notJudged, 'warn')}${number(row.notApplicable, '')}</tr>`,
  )
  return `<section aria-labelledby="guarantees">
<h2 id="guarantees">Guarantees</h2>
<div class="scroll" role="region" aria-labelledby="guarantees" tabindex="0">
<table>
<thead><tr><th scope="col">Guarantee</th><th scope="col">Status</th><th scope="col">Passed</th><th scope="col">Failed</th><th scope="col">Warned</th><th scope="col">Not judged</th><th scope="col">Not applicable</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>
</section>`
}

function unjudged(record: RunRecord): string {
  const groups = notJudged(record)
  if (groups.length === 0) return ''
  const items = groups.map(({ status, reason, checks }) => {
    const names = checks.map(({ requirement, title }) => `${escapeHtml(requirement)}: ${escapeHtml(title)}`)
    return `<span class="tag ${tones[status]}">${status}</span> ${inline(reason)}
<details><summary>${checks.length === 1 ? 'one check' : `${checks.length} checks`}</summary>${list(names)}</details>`
  })
  return `<section aria-labelledby="unjudged">
<h2 id="unjudged">What was not judged</h2>
${list(items)}
</section>`
}

function sensitivity(record: RunRecord): string {
  const { edits, caught, missed } = record.sensitivity
  const { applied, problems } = record.waivers
  return `<section aria-labelledby="noticed">
<h2 id="noticed">Would it have noticed?</h2>
<p>After the run, what it recorded was edited in ${edits} ways that break a requirement which had passed; ${caught} of ${edits} were caught.</p>
${list(missed.map((what) => `Not noticed: <code>${inline(what)}</code>`))}
${list([...applied.map((id) => `Waived: <code>${inline(id)}</code>`), ...problems.map((problem) => `Baseline: ${inline(problem)}`)])}
</section>`
}
