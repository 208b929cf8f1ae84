import { readFileSync } from 'node:fs'

/**
 * Starts a watch that tells the milliseconds since then, without those in which this thread could have gone on and other
 * work had the processor: a bound on our own slowness must not be a bound on how busy the machine is.
 */
export function stopwatch(): () => number {
  const startedAt = performance.now()
  const waitedBefore = waitedMs()
  return () => performance.now() - startedAt - (waitedMs() - waitedBefore)
}

/** What Linux says that this thread has waited for a processor, in milliseconds; 0 where nothing says so. */
function waitedMs(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1] ?? 0) / 1e6
  } catch {
    return 0
  }
}
