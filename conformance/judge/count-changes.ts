import type { Exchange } from '../transcript.ts'
import type { Recorder } from './check.ts'
import { memberOf, show } from './look.ts'
import { countsOf, lastOf, totalOf, type Count } from './summary.ts'
import type { View } from './view.ts'

/** One row of the live counts, by what it counts. */
export type Which = Pick<Count, 'stackId' | 'offerId' | 'kind'>

/** How a count moved from the last read before an exchange to the first read after it. */
export interface CountChange {
  readonly which: Which
  readonly before: Exchange
  readonly after: Exchange
  readonly change: number
  /** Other rows of the counts that rose meanwhile. */
  readonly elsewhere: readonly Which[]
  /** Unix seconds; null where the count has no date. */
  readonly lastAt: number | null
}

/** The change around an exchange, within its scenario; undefined where the counts were not read before and after. */
export function changeAround(view: View, x: Exchange): CountChange | undefined {
  const which = whichOf(x)
  const reads = view.exchanges({ scenario: x.scenario, operation: 'source-data.read' })
  const before = reads.findLast(({ n }) => n < x.n)
  const after = reads.find(({ n }) => n > x.n)
  if (which === undefined || before === undefined || after === undefined) return undefined
  const [was, is] = [countsOf(before), countsOf(after)]
  if (was === undefined || is === undefined) return undefined
  const elsewhere = is.filter((row) => row.total > totalOf(was, row) && !sameRow(row, which))
  const change = totalOf(is, which) - totalOf(was, which)
  return { which, before, after, change, elsewhere, lastAt: lastOf(is, which) }
}

/** Rows that rose in each of these measurements although they count something else. */
export function risingWith(measured: readonly CountChange[]): readonly Which[] {
  const [first, ...others] = measured
  return (first?.elsewhere ?? []).filter((row) =>
    others.every(({ elsewhere }) => elsewhere.some((one) => sameRow(one, row))),
  )
}

function sameRow(a: Which, b: Which): boolean {
  return a.stackId === b.stackId && a.offerId === b.offerId && a.kind === b.kind
}

/**
 * The measurement to judge by. In a shared sandbox others may record the same kind meanwhile, so one undisturbed
 * measurement is enough; but others can only add, so less than our own part is a fault however busy the target is.
 */
export function decisive(measured: readonly CountChange[], own: number): CountChange | undefined {
  const short = measured.find(({ change }) => change < own)
  return short ?? [...measured].sort((a, b) => a.change - b.change)[0]
}

/** The target's own clock dates the decision and the count, so the two may differ by the time between the writes. */
export function judgeCountDate(view: View, record: Recorder, x: Exchange, pointer: string): void {
  const found = changeAround(view, x)
  const createdAt = memberOf(x, 'decision', 'createdAt')
  if (found === undefined || typeof createdAt !== 'number') return
  const { lastAt, change, after, which } = found
  const early = lastAt === null || lastAt < createdAt - 5
  record.expect(!early && (change !== 1 || lastAt <= createdAt + 60), after, {
    message: `the count does not carry the time of the decision (${which.kind})`,
    expected: `last_created_at ${createdAt}`,
    seen: show(lastAt),
    pointer,
  })
}

/** What a decision was about, as the driver noted it. */
function whichOf({ about: { stackId, offerId, kind } }: Exchange): Which | undefined {
  return typeof stackId === 'string' && typeof offerId === 'string' && typeof kind === 'string'
    ? { stackId, offerId, kind }
    : undefined
}
