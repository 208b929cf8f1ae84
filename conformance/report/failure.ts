import { quote, requirementById, type Source } from '../../contracts/requirements/index.ts'
import type { Finding } from '../judge/check.ts'
import type { CheckResult } from '../judge/judge.ts'
import type { Exchange, Transcript } from '../transcript.ts'
import { curlLine } from './curl.ts'
import { cut } from './plain.ts'

/** What a check found, with all that a reader needs: what is demanded, in whose words, what was seen, how to see it again. */
export interface Failure {
  readonly check: string
  readonly title: string
  readonly requirement: string
  readonly level: string
  readonly status: string
  readonly statement: string
  readonly why: string
  readonly remedy: string
  /** The sources with their words, as far as the seed at hand has them. */
  readonly sources: readonly string[]
  /** Those that say the same of the same place stand as one. */
  readonly findings: readonly ShownFinding[]
}

export interface ShownFinding {
  readonly message: string
  readonly expected: string
  readonly seen: string
  /** Entry and pointer in the transcript; empty where there is none. */
  readonly where: string
  /** The entry of the transcript, from 1; null where there is none. */
  readonly entry: number | null
  readonly curl: string | null
  readonly exchange: Exchange | null
}

/** The failures and warnings of a run, as reports print them. */
export function failuresOf(transcript: Transcript, results: readonly CheckResult[]): Failure[] {
  return storiesOf(
    transcript,
    results.filter(({ status }) => status === 'fail' || status === 'warn'),
  )
}

/** What a MAY noted: the check passed, and there is something to know. Never a failure. */
export function notesOf(transcript: Transcript, results: readonly CheckResult[]): Failure[] {
  return storiesOf(
    transcript,
    results.filter(({ status, findings }) => status === 'pass' && findings.length > 0),
  )
}

function storiesOf({ header, entries }: Transcript, results: readonly CheckResult[]): Failure[] {
  if (results.length === 0) return []
  const exchanges = new Map(
    entries.flatMap((entry) => (entry.kind === 'exchange' ? [[entry.n, entry] as const] : [])),
  )
  const show = ({ message, expected, seen, evidence }: Finding): ShownFinding => {
    const [first] = evidence
    const exchange = first === undefined ? null : (exchanges.get(first.entry) ?? null)
    return {
      message: cut(message, longest),
      expected: cut(expected, longest),
      seen: cut(seen, longest),
      where: first === undefined ? '' : `entry ${first.entry} ${first.pointer}`.trim(),
      entry: first?.entry ?? null,
      exchange,
      curl: exchange === null ? null : curlLine(exchange, header),
    }
  }
  return results.map((result) => {
    const { statement, should, why, remedy, sources } = requirementById(result.requirement)
    return {
      check: result.id,
      title: result.title,
      requirement: result.requirement,
      level: result.level,
      status: result.status,
      statement: result.level === 'SHOULD' && should !== undefined ? should : statement,
      why,
      remedy,
      sources: sources.map((source) => sourceLine(source, header.seed)),
      findings: alike(result.findings).map(([first, others]) => withOthers(show(first), others)),
    }
  })
}

/** Findings that say the same of the same place, put together: the first, and the entries of the others. */
function alike(findings: readonly Finding[]): (readonly [first: Finding, others: number[]])[] {
  const groups = new Map<string, readonly [Finding, number[]]>()
  for (const finding of findings) {
    const { message, expected, seen, evidence } = finding
    const key = JSON.stringify([message, expected, seen, evidence[0]?.pointer])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding, []])
    else group[1].push(...evidence.slice(0, 1).map(({ entry }) => entry))
  }
  return [...groups.values()]
}

function withOthers(shown: ShownFinding, others: readonly number[]): ShownFinding {
  if (others.length === 0) return shown
  const named = others.slice(0, 5).join(', ')
  const rest = others.length > 5 ? ` and ${others.length - 5} more` : ''
  return { ...shown, where: `${shown.where}; the same at ${named}${rest}` }
}

/** Longest message, expected or seen that a report prints, in characters; the record has them whole. */
const longest = 2000

/** A source with its words: of the seed at hand, of the wire protocol, or the clause of a standard. */
export function sourceLine(source: Source, seed: Transcript['header']['seed']): string {
  if (source.kind === 'seed') {
    const words = quote(seed, source.pointer)
    return words === undefined ? `seed ${source.pointer}` : `seed ${source.pointer}: ${words}`
  }
  return source.kind === 'wire'
    ? `WIRE ${source.section}: ${source.words}`
    : `${source.name}, ${source.clause}`
}
