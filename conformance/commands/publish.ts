import type { RunRecord } from '../record.ts'
import { annotations, withoutCommands } from '../report/github.ts'
import { markdownReport } from '../report/markdown.ts'
import { terminalReport } from '../report/terminal.ts'
import type { Transcript } from '../transcript.ts'
import type { Edge } from './edge.ts'

/**
 * Prints the report. In a GitHub workflow (`GITHUB_ACTIONS` is `true`) failures become annotations and the Markdown
 * summary goes to the step (`GITHUB_STEP_SUMMARY`). `token` must be one that no target can guess.
 */
export function publish(transcript: Transcript, record: RunRecord, edge: Edge, token: string): void {
  const report = terminalReport(transcript, record)
  if (edge.env('GITHUB_ACTIONS') !== 'true') {
    edge.out(report)
    return
  }
  edge.out(withoutCommands(report, token))
  edge.out(annotations(transcript, record))
  const summary = edge.env('GITHUB_STEP_SUMMARY')
  if (summary !== undefined && summary !== '') edge.append(summary, markdownReport(transcript, record))
}
