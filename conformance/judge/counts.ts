import type { Json } from '../transcript.ts'

/** Times and amounts move without an entry being added, so they count nothing. */
const noCount =
  /(?:_at|At|time|Time|(?:_|At|time|Time)(?:ms|Ms|sec|Sec)|stamp|cents|Cents|bps|Bps|days|Days|version)$/

/** Whether a number of this name may rise although nothing was added: a time, by whatever name. */
export function isTime(name: string): boolean {
  return /(?:_at|At|time|Time|(?:_|At|time|Time)(?:ms|Ms|sec|Sec)|stamp)$/.test(name)
}

/**
 * The sum of all counts in an aggregate, whatever its shape: WIRE leaves the shape of the affiliate summaries open.
 * Whole numbers count, save those whose name says that they are a time, an amount or a rate.
 */
export function countsIn(value: Json | undefined, name = ''): number {
  if (typeof value === 'number') return Number.isInteger(value) && !noCount.test(name) ? value : 0
  if (Array.isArray(value))
    return (value as readonly Json[]).reduce<number>((sum, one) => sum + countsIn(one, name), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [key, inner]) => sum + countsIn(inner, key), 0)
}
