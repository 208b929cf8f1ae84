import type { RunRecord } from '../record.ts'
import { transcriptFile } from '../run-folder.ts'
import type { Transcript } from '../transcript.ts'
import { readable } from './exchange.ts'
import { failuresOf, notesOf, type Failure, type ShownFinding } from './failure.ts'
import { inert, plain } from './plain.ts'

/** Code hosts take some thousand results a file; of one check this many are enough to act on. */
const shown = 25

const levels: { readonly [status: string]: 'error' | 'warning' | 'note' } = {
  fail: 'error',
  warn: 'warning',
  pass: 'note',
}

/**
 * SARIF 2.1.0: a rule for each requirement, a result for each finding. A result is located at its line of
 * `transcript.jsonl`, for the suite knows no source of the target's. A waived failure is suppressed.
 */
export function sarifReport(transcript: Transcript, record: RunRecord): string {
  const found = [...failuresOf(transcript, record.checks), ...notesOf(transcript, record.checks)]
  const ruleIds = [...new Set(found.map(({ requirement }) => requirement))]
  const lines = new Map(transcript.entries.map(({ n }, i) => [n, i + 2]))
  const [name = '', version = ''] = record.suite.split(' ')
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name,
            version,
            rules: ruleIds.flatMap((id) => {
              const story = found.find(({ requirement }) => requirement === id)
              return story === undefined ? [] : [rule(id, story)]
            }),
          },
        },
        results: found.flatMap((story) =>
          story.findings.slice(0, shown).map((finding) => ({
            ruleId: story.requirement,
            ruleIndex: ruleIds.indexOf(story.requirement),
            level: levels[story.status] ?? 'note',
            message: { text: textOf(finding) },
            locations: [location(finding, lines)],
            properties: { check: story.check },
            ...(record.waivers.applied.includes(story.check) ? { suppressions: [{ kind: 'external' }] } : {}),
          })),
        ),
      },
    ],
  }
  return `${inert(JSON.stringify(log, null, 2))}\n`
}

function rule(id: string, { statement, why, remedy }: Failure) {
  return {
    id,
    shortDescription: { text: statement },
    fullDescription: { text: `${statement} ${why}` },
    help: { text: remedy },
  }
}

function textOf({ message, expected, seen }: ShownFinding): string {
  return plain(readable(`${message}; expected: ${expected}; seen: ${seen}`))
}

function location({ entry }: ShownFinding, lines: ReadonlyMap<number, number>) {
  return {
    physicalLocation: {
      artifactLocation: { uri: transcriptFile },
      region: { startLine: (entry === null ? undefined : lines.get(entry)) ?? 1 },
    },
  }
}
