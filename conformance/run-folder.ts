import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunRecord } from './record.ts'
import { inert } from './report/plain.ts'
import type { Entry, Transcript, TranscriptHeader } from './transcript.ts'

export const transcriptFile = 'transcript.jsonl'
export const recordFile = 'record.json'

/** A folder that is no run's folder, or whose transcript cannot be read. */
export class RunFolderError extends Error {
  override readonly name = 'RunFolderError'
}

/** The record as it is written: the same bytes for the same record. */
export function serializeRecord(record: RunRecord): string {
  return `${inert(JSON.stringify(record, null, 2))}\n`
}

export function serializeTranscript({ header, entries }: Transcript): string {
  return [header, ...entries].map((line) => `${inert(JSON.stringify(line))}\n`).join('')
}

/** Writes files into a folder, which is made when it is missing. */
export function writeFiles(folder: string, files: { readonly [name: string]: string }): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
}

/** Reads `transcript.jsonl` of a run's folder. Throws `RunFolderError`, which names the file and the line. */
export function readTranscript(folder: string): Transcript {
  const path = join(folder, transcriptFile)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new RunFolderError(`${path} cannot be read: give the folder that a run wrote`)
  }
  const lines = text.split('\n').filter((line) => line !== '')
  const parsed = lines.map((line, i): unknown => {
    try {
      return JSON.parse(line)
    } catch {
      throw new RunFolderError(`${path}, line ${i + 1}: not JSON`)
    }
  })
  const [header, ...entries] = parsed
  if (!isHeader(header))
    throw new RunFolderError(`${path}, line 1: not the header of a transcript of format 1`)
  return { header, entries: entries as Entry[] }
}

function isHeader(value: unknown): value is TranscriptHeader {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'header' &&
    'format' in value &&
    value.format === 1
  )
}

/** The record that stands in a run's folder, as text; null when there is none. */
export function readRecordText(folder: string): string | null {
  try {
    return readFileSync(join(folder, recordFile), 'utf8')
  } catch {
    return null
  }
}
