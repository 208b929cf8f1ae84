import type { Exchange } from '../transcript.ts'
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
  return { which, before, after, change: totalOf(is, which) - totalOf(was, which), lastAt: lastOf(is, which) }
}

/**
 * The measurement to judge by. In a shared sandbox others may record the same kind meanwhile, so one undisturbed
 * measurement is enough; but others can only add, so less than our own part is a fault however busy the target is.
 */
export function decisive(measured: readonly CountChange[], own: number): CountChange | undefined {
  const short = measured.find(({ change }) => change < own)
  return short ?? [...measured].sort((a, b) => a.change - b.change)[0]
}

/** What a decision was about, as the driver noted it. */
function whichOf({ about: { stackId, offerId, kind } }: Exchange): Which | undefined {
  return typeof stackId === 'string' && typeof offerId === 'string' && typeof kind === 'string'
    ? { stackId, offerId, kind }
    : undefined
}
