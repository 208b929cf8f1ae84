import { markerTextsIn } from '../markers.ts'
import type { ReceivedResponse } from '../transcript.ts'
import { maxRetries, maxThrottledMs, throttledFor } from './politeness.ts'
import type { RawResponse, WireResult } from './transport.ts'

/** An operation that gave no complete answer this often is not asked again: a hanging route must not hold up the run. */
const triesLost = 2
/** Beyond one deadline, so much may be lost on exchanges without a complete answer in a whole run, in milliseconds. */
const spareMs = 8000
/** After a first loss an answer may take so many times the slowest complete one, and never less than this. */
const slower = 4
const leastMs = 1000
/** A target that asks for a longer wait is not waited for, in milliseconds. */
const longestWaitMs = 60_000
/** Text of bodies above this size that one transcript holds in all, in characters. */
const maxKept = 20 * 1024 * 1024
const largeBody = 64 * 1024
/** What is kept of a body that is only there to be large. */
const keptOfLarge = 4096

/** What one run bears with: every limit that spans several exchanges. */
export interface Patience {
  /** Milliseconds that the next exchange of an operation may take; null when it is not to be sent. */
  readonly deadlineFor: (operation: string) => number | null
  /** Takes account of an exchange that ended at `now`; `cut` says that its answer was not kept whole. */
  readonly account: (operation: string, result: WireResult, cut: boolean, now: number) => void
  /** Milliseconds to wait before a throttled request is sent for the `retries + 1`th time; null: it is not. */
  readonly waitFor: (response: RawResponse, retries: number, now: number) => number | null
  /** The sealed answer as it may be noted: of large bodies a run keeps a bounded amount, and every marker in them. */
  readonly kept: (response: ReceivedResponse) => ReceivedResponse
}

/** The patience of a run whose single exchanges may take `deadlineMs`. */
export function createPatience(deadlineMs: number): Patience {
  const lost = new Map<string, number>()
  let lostMs = 0
  let lostUntil = Number.NEGATIVE_INFINITY
  let slowest = 0
  let throttledMs = 0
  let droughtMs = 0
  let keptChars = 0
  return {
    deadlineFor: (operation) => {
      if ((lost.get(operation) ?? 0) >= triesLost) return null
      if (lostMs === 0) return deadlineMs
      const left = deadlineMs + spareMs - lostMs
      if (left < leastMs / 4) return null
      return Math.ceil(Math.min(deadlineMs, Math.max(leastMs, slower * slowest), left))
    },
    account: (operation, { response, failure, tookMs }, cut, now) => {
      const complete = failure === null && response !== null && !cut
      if (complete) slowest = Math.max(slowest, tookMs)
      else {
        // Exchanges at the same time lose their time once.
        lostMs += Math.max(0, now - Math.max(now - tookMs, lostUntil))
        lostUntil = Math.max(lostUntil, now)
        if (failure?.kind === 'timeout' || cut) lost.set(operation, (lost.get(operation) ?? 0) + 1)
      }
      if (complete && throttledFor(response, now) === null) droughtMs = 0
    },
    waitFor: (response, retries, now) => {
      const wait = throttledFor(response, now)
      if (wait === null || wait > longestWaitMs || retries >= maxRetries) return null
      if (throttledMs + wait > maxThrottledMs) return null
      // One wait is as long as the target asks for; when nothing has come through since, only short ones follow.
      const counted = Math.max(wait, leastMs)
      if (droughtMs > 0 && droughtMs + counted > spareMs) return null
      throttledMs += wait
      droughtMs += counted
      return wait
    },
    kept: (response) => {
      const { body } = response
      if (body.length <= largeBody) return response
      if (response.truncated === undefined && keptChars + body.length <= maxKept) {
        keptChars += body.length
        return response
      }
      return {
        ...response,
        body: body.slice(0, keptOfLarge).replace(/⟦[^⟧]*$/, ''),
        wire: [...new Set([...response.wire, ...markerTextsIn(body)])],
        truncated: response.truncated ?? 'transcript',
      }
    },
  }
}
