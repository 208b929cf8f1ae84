import { guarantees } from '../../contracts/requirements/index.ts'
import type { CheckResult } from '../judge/judge.ts'
import type { RunRecord } from '../record.ts'
import type { Transcript } from '../transcript.ts'
import { readable } from './exchange.ts'
import { failuresOf, notesOf, type Failure } from './failure.ts'
import { plain } from './plain.ts'

/** At most so many findings of one check; the record has them all. */
const shown = 50

/** JUnit XML: a suite per guarantee, a case per check. What was not judged is an error or skipped, never a silent pass. */
export function junitReport(transcript: Transcript, record: RunRecord): string {
  const stories = [...failuresOf(transcript, record.checks), ...notesOf(transcript, record.checks)]
  const failures = new Map(stories.map((failure) => [failure.check, failure]))
  const suites = guarantees.flatMap((guarantee) => {
    const among = record.checks.filter((result) => result.guarantee === guarantee)
    if (among.length === 0) return []
    const count = (...wanted: CheckResult['status'][]) =>
      among.filter(({ status }) => wanted.includes(status)).length
    return [
      `  <testsuite name="${escape(guarantee)}" tests="${among.length}" failures="${count('fail')}" errors="${count('error', 'blocked', 'inconclusive')}" skipped="${count('not-applicable')}">`,
      ...among.map((result) => testCase(result, failures.get(result.id))),
      '  </testsuite>',
    ]
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escape(`${record.suite} ${record.target}`)}">\n${suites.join('\n')}\n</testsuites>\n`
}

function testCase(result: CheckResult, failure: Failure | undefined): string {
  const open = `    <testcase classname="${escape(result.requirement)}" name="${escape(`${result.id}: ${result.title}`)}"`
  const reasons = escape(result.reasons.join('; '))
  switch (result.status) {
    case 'pass':
      return failure === undefined
        ? `${open}/>`
        : `${open}><system-out>${escape(`note: ${details(failure)}`)}</system-out></testcase>`
    case 'warn':
      return `${open}><system-out>${escape(`warning: ${details(failure)}`)}</system-out></testcase>`
    case 'fail':
      return `${open}><failure message="${escape(result.findings[0]?.message ?? '')}">${escape(details(failure))}</failure></testcase>`
    case 'not-applicable':
      return `${open}><skipped message="${reasons}"/></testcase>`
    case 'blocked':
    case 'inconclusive':
    case 'error':
      return `${open}><error type="${result.status}" message="${reasons}"/></testcase>`
  }
}

function details(failure: Failure | undefined): string {
  if (failure === undefined) return ''
  return [
    failure.statement,
    ...failure.sources,
    ...failure.findings
      .slice(0, shown)
      .map(({ message, expected, seen, curl }) =>
        [
          `found: ${message}`,
          `expected: ${expected}`,
          `seen: ${seen}`,
          ...(curl === null ? [] : [curl]),
        ].join('\n'),
      ),
  ].join('\n')
}

function escape(text: string): string {
  return plain(readable(text))
    .replace(/[\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
