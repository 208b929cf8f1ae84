import type { RunRecord } from '../record.ts'
import type { Transcript } from '../transcript.ts'
import { readable } from './exchange.ts'
import { failuresOf, type Failure } from './failure.ts'
import { plain } from './plain.ts'

/** GitHub shows ten annotations of a kind for a step; more would only fill the log. */
const most = 10

/**
 * Workflow commands, one a line: failures as errors, warnings as warnings. A waived failure is a warning. Nothing that
 * the target said can end a command or begin another.
 */
export function annotations(transcript: Transcript, record: RunRecord): string {
  const all = failuresOf(transcript, record.checks)
  const isError = ({ status, check }: Failure) => status === 'fail' && !record.waivers.applied.includes(check)
  const lines = [
    ...all
      .filter(isError)
      .slice(0, most)
      .map((failure) => command('error', failure)),
    ...all
      .filter((failure) => !isError(failure))
      .slice(0, most)
      .map((failure) => command('warning', failure)),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function command(kind: 'error' | 'warning', failure: Failure): string {
  const [first] = failure.findings
  const more = failure.findings.length - 1
  const message = [
    ...(first === undefined ? [] : [first.message, `expected: ${first.expected}`, `seen: ${first.seen}`]),
    ...(more > 0 ? [`and ${more} more`] : []),
    `${failure.requirement}: ${failure.statement}`,
  ].join('\n')
  return `::${kind} title=${property(`${failure.requirement} ${failure.title}`)}::${data(message)}`
}

/** A text that may hold target's words, in a log that GitHub reads: between two marks nothing is taken for a command. */
export function withoutCommands(text: string, token: string): string {
  return `::stop-commands::${token}\n${text.endsWith('\n') ? text : `${text}\n`}::${token}::\n`
}

/** The value of a workflow command, escaped as the runner unescapes it. */
function data(text: string): string {
  return plain(readable(text)).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
