import { checks } from '../checks/index.ts'
import { exitCodeOf } from '../judge/verdict.ts'
import { createRecord } from '../record.ts'
import { reportFiles } from '../report/files.ts'
import { terminalReport } from '../report/terminal.ts'
import { readRecordText, readTranscript, recordFile, serializeRecord, writeFiles } from '../run-folder.ts'
import { suiteVersion } from '../version.ts'
import type { Edge } from './edge.ts'

/** `judge <dir>`: recomputes the record from the transcript, offline, and tells whether it is the one that stood there. */
export function judgeCommand(folder: string, edge: Edge): number {
  const transcript = readTranscript(folder)
  const record = createRecord(transcript, checks)
  const text = serializeRecord(record)
  const before = readRecordText(folder)
  edge.out(terminalReport(transcript, record))
  // Reports of another record than the one that stands there would belie it.
  if (before === text || before === null) writeFiles(folder, reportFiles(transcript, record))
  if (before === text) edge.out(`record    the same as ${recordFile}, byte for byte\n`)
  else {
    writeFiles(folder, { [before === null ? recordFile : 'record.judged.json']: text })
    edge.out(
      before === null
        ? `record    written to ${recordFile}\n`
        : `record    differs from ${recordFile}, written to record.judged.json: the transcript or the record was changed, or another suite made them (then ${transcript.header.suite}, now ${suiteVersion})\n`,
    )
  }
  return exitCodeOf(record)
}
