import type { Seed } from '../../contracts/contract.ts'
import type { Exchange, Json } from '../transcript.ts'
import { differences, type Difference } from './differences.ts'
import { isObject, member, memberOf, show } from './look.ts'

/** One row of the live counts. */
export interface Count {
  readonly stackId: string
  readonly offerId: string
  readonly kind: string
  readonly total: number
  /** Unix seconds; null where nothing was recorded yet. */
  readonly lastAt: number | null
}

const rowMembers: readonly [name: string, expected: string, fits: (value: Json | undefined) => boolean][] = [
  ['offer_stack_id', 'a text', (value) => typeof value === 'string'],
  ['presented_offer_id', 'a text', (value) => typeof value === 'string'],
  ['decision_kind', 'a text', (value) => typeof value === 'string'],
  ['total_decisions', 'a whole number, zero or more', (value) => isCount(value)],
  ['last_created_at', 'whole Unix seconds, or null', (value) => value === null || isCount(value)],
]

/**
 * What is wrong with the shape of the live decision summary (WIRE 1): status, rows of five members each, flags. The
 * rows' order and number are free, and whether the flags are off is judged elsewhere.
 */
export function summaryFaults(
  seeded: Seed['postPurchaseDecisionSummary'],
  summary: Json | undefined,
): Difference[] {
  const at = '/postPurchaseDecisionSummary'
  const { status: _status, aggregateCounts: _counts, ...fixed } = seeded
  if (!isObject(summary)) return [{ kind: 'type', pointer: at, expected: 'an object', seen: show(summary) }]
  const { status, aggregateCounts, ...rest } = summary
  const faults = differences(fixed, rest, at).filter(({ kind }) => kind !== 'value')
  const type = (pointer: string, expected: string, value: Json | undefined): void => {
    faults.push({ kind: 'type', pointer: `${at}${pointer}`, expected, seen: show(value) })
  }
  if (status !== 'available' && status !== 'unavailable')
    type('/status', '"available" or "unavailable"', status)
  if (!Array.isArray(aggregateCounts)) type('/aggregateCounts', 'a list of counts', aggregateCounts)
  for (const [i, row] of rowsOf(aggregateCounts).entries()) {
    for (const [name, expected, fits] of rowMembers) {
      const value = member(row, name)
      if (!fits(value)) type(`/aggregateCounts/${i}/${name}`, expected, value)
    }
    for (const name of unlistedIn(row))
      type(`/aggregateCounts/${i}/${name}`, 'no such member', member(row, name))
  }
  return faults
}

/** Members of a row that no count has. */
export function unlistedIn(row: Json): string[] {
  if (!isObject(row)) return []
  return Object.keys(row).filter((name) => !rowMembers.some(([known]) => known === name))
}

export function rowsOf(list: Json | undefined): readonly Json[] {
  return Array.isArray(list) ? (list as readonly Json[]) : []
}

/** The live counts of a source-data read; undefined where it publishes none. */
export function countsOf(exchange: Exchange, ...path: readonly string[]): readonly Count[] | undefined {
  const at = path.length === 0 ? ['postPurchaseDecisionSummary'] : path
  const list = memberOf(exchange, ...at, 'aggregateCounts')
  if (memberOf(exchange, ...at, 'status') !== 'available' || !Array.isArray(list)) return undefined
  return countRows(list)
}

/** The rows of a list of counts that have the form of one. */
function countRows(list: Json | undefined): readonly Count[] {
  return rowsOf(list).flatMap((row) => {
    const [stackId, offerId, kind, total, lastAt] = rowMembers.map(([name]) => member(row, name))
    if (typeof stackId !== 'string' || typeof offerId !== 'string' || typeof kind !== 'string') return []
    if (typeof total !== 'number') return []
    return [{ stackId, offerId, kind, total, lastAt: typeof lastAt === 'number' ? lastAt : null }]
  })
}

/** The total of one stack, offer and kind; a row that is not listed counts nothing. */
export function totalOf(
  counts: readonly Count[],
  which: Pick<Count, 'stackId' | 'offerId' | 'kind'>,
): number {
  return rowsLike(counts, which).reduce((sum, { total }) => sum + total, 0)
}

/** The latest time of one stack, offer and kind. */
export function lastOf(
  counts: readonly Count[],
  which: Pick<Count, 'stackId' | 'offerId' | 'kind'>,
): number | null {
  return rowsLike(counts, which).reduce<number | null>(
    (latest, { lastAt }) => (lastAt === null ? latest : Math.max(latest ?? 0, lastAt)),
    null,
  )
}

function rowsLike(counts: readonly Count[], which: Pick<Count, 'stackId' | 'offerId' | 'kind'>) {
  return counts.filter(
    ({ stackId, offerId, kind }) =>
      stackId === which.stackId && offerId === which.offerId && kind === which.kind,
  )
}

function isCount(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
