import type { RunRecord } from '../record.ts'
import type { Transcript } from '../transcript.ts'
import { badge } from './badge.ts'
import { htmlReport } from './html.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown.ts'
import { sarifReport } from './sarif.ts'

/** The reports that a run's folder holds beside the transcript and the record, by file name. All follow from those two. */
export function reportFiles(transcript: Transcript, record: RunRecord): { readonly [name: string]: string } {
  return {
    'report.html': htmlReport(transcript, record),
    'report.md': markdownReport(transcript, record),
    'junit.xml': junitReport(transcript, record),
    'report.sarif': sarifReport(transcript, record),
    'badge.svg': badge(record),
  }
}
