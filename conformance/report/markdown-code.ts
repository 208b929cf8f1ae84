import { readableLine } from './exchange.ts'
import { plain } from './plain.ts'

/** A code span, on one line: delimited by more backticks than stand in a row inside, so nothing in it is Markdown. */
export function code(text: string): string {
  const inner = readableLine(text)
  const fence = '`'.repeat(longestRun(inner) + 1)
  const edge = /^`|`$|^ .* $/.test(inner) || inner === '' ? ' ' : ''
  return `${fence}${edge}${inner === '' ? '-' : inner}${edge}${fence}`
}

/** A fenced block: its fence is longer than any run of backticks inside. */
export function fenced(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${plain(text)}\n${fence}`
}

function longestRun(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0)
}
