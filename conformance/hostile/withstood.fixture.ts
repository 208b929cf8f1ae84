import { expect } from 'vitest'
import { reportFiles } from '../report/files.ts'
import { annotations } from '../report/github.ts'
import { terminalReport } from '../report/terminal.ts'
import { recordFile, serializeRecord, serializeTranscript, transcriptFile } from '../run-folder.ts'
import type { RunResult } from '../run.ts'
import { deadlineMs, secrets, type Attack } from './attack.fixture.ts'
import type { Received } from './server.fixture.ts'
import { liveCode, liveMarkup } from './texts.fixture.ts'

/** Over the deadline, a run may take so long at most. */
const spareMs = 10_000

/** Everything that a run writes or prints, by name. */
function writings({ transcript, record }: RunResult): Readonly<Record<string, string>> {
  return {
    ...reportFiles(transcript, record),
    [transcriptFile]: serializeTranscript(transcript),
    [recordFile]: serializeRecord(record),
    terminal: terminalReport(transcript, record),
    annotations: annotations(transcript, record),
  }
}

/** Holds for any target at all: an end in time, a verdict, no fault of ours, no secret and nothing live in what is written. */
export function expectWithstood({ result, tookMs }: Attack, received: readonly Received[]): void {
  expect(tookMs, 'milliseconds').toBeLessThan(deadlineMs + spareMs)
  expect(['conformant', 'non-conformant', 'incomplete']).toContain(result.record.verdict)
  expect(result.record.checks.filter(({ status }) => status === 'error')).toEqual([])
  const planted = [...Object.values(secrets), ...plantedIn(received)]
  for (const [name, text] of Object.entries(writings(result))) {
    expect(liveCode.exec(text)?.[0], `a live code in ${name}`).toBeUndefined()
    // Terminals know no markup, and in Markdown it stands in code (report/hostile.test.ts).
    if (!['terminal', 'annotations', 'report.md'].includes(name))
      expect(liveMarkup.exec(text)?.[0], `live markup in ${name}`).toBeUndefined()
    const shown = planted.filter((secret) => text.includes(secret))
    expect(shown, `secrets in ${name}`).toEqual([])
  }
}

const secretMembers = new Set(['buyerEmail', 'idempotencyKey', 'agentClientId', 'anonymousVisitorKey'])

/** The secrets that a target was sent: what the suite made up, as it came over the wire. */
function plantedIn(received: readonly Received[]): string[] {
  const values = new Set<string>()
  for (const { body } of received) {
    // Bounded, since a match of a whole five-megabyte body can exceed the stack of the regular expressions.
    for (const [, name = '', value = ''] of body.matchAll(/"([A-Za-z]+)":"([^"\\]{8,2000})"/g)) {
      if (secretMembers.has(name)) values.add(value)
    }
    for (const [id] of body.matchAll(/\b(?:cs_test|pi|ch|cus|evt|pm)_[A-Za-z0-9]{14,}/g)) values.add(id)
  }
  return [...values]
}
