import { quote, requirementById, type Source } from '../../contracts/requirements/index.ts'
import type { CheckResult } from '../judge/judge.ts'
import type { Exchange, Transcript } from '../transcript.ts'
import { curlLine } from './curl.ts'

/** A finding with all that a reader needs: what is demanded, in whose words, what was seen, and how to see it again. */
export interface Failure {
  readonly check: string
  readonly requirement: string
  readonly level: string
  readonly status: string
  readonly statement: string
  readonly why: string
  readonly remedy: string
  /** The sources with their words, as far as the seed at hand has them. */
  readonly sources: readonly string[]
  readonly findings: readonly {
    readonly message: string
    readonly expected: string
    readonly seen: string
    readonly where: string
    readonly curl: string | null
    readonly exchange: Exchange | null
  }[]
}

/** The failures and warnings of a run, as reports print them. */
export function failuresOf(transcript: Transcript, results: readonly CheckResult[]): Failure[] {
  const { header, entries } = transcript
  const exchanges = new Map(
    entries.flatMap((entry) => (entry.kind === 'exchange' ? [[entry.n, entry] as const] : [])),
  )
  return results
    .filter(({ status }) => status === 'fail' || status === 'warn')
    .map((result) => {
      const { statement, should, why, remedy, sources } = requirementById(result.requirement)
      return {
        check: result.id,
        requirement: result.requirement,
        level: result.level,
        status: result.status,
        statement: result.level === 'SHOULD' && should !== undefined ? should : statement,
        why,
        remedy,
        sources: sources.map((source) => sourceLine(source, header.seed)),
        findings: result.findings.map(({ message, expected, seen, evidence }) => {
          const [first] = evidence
          const exchange = first === undefined ? null : (exchanges.get(first.entry) ?? null)
          const where = first === undefined ? '' : `entry ${first.entry} ${first.pointer}`.trim()
          return {
            message,
            expected,
            seen,
            where,
            exchange,
            curl: exchange === null ? null : curlLine(exchange, header),
          }
        }),
      }
    })
}

export function sourceLine(source: Source, seed: Transcript['header']['seed']): string {
  if (source.kind === 'seed') {
    const words = quote(seed, source.pointer)
    return words === undefined ? `seed ${source.pointer}` : `seed ${source.pointer}: ${words}`
  }
  return source.kind === 'wire'
    ? `WIRE ${source.section}: ${source.words}`
    : `${source.name}, ${source.clause}`
}
