import { StoreUnavailable } from '../store.ts'
import { LostRace } from './failures.ts'

interface RetryOptions {
  /** How often a transaction may run in all before the store gives it up. */
  readonly most?: number
  /** From 0 up to 1: spreads the replicas' attempts. */
  readonly random?: () => number
  readonly sleep?: (ms: number) => Promise<void>
}

const longestPause = 100
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * Runs transactions, and those that lose a race again. They run side by side at first; one that has lost waits its turn
 * among the losers of this process, so that a burst costs each a few attempts and not one attempt for each other.
 */
export function createRetries({ most = 60, random = Math.random, sleep = pause }: RetryOptions = {}) {
  let turn: Promise<unknown> = Promise.resolve()

  async function repeat<Result>(attempt: () => Promise<Result>): Promise<Result> {
    for (let made = 1; made < most; made += 1) {
      try {
        return await attempt()
      } catch (error) {
        if (!(error instanceof LostRace)) throw error
      }
      await sleep(random() * Math.min(2 ** made, longestPause))
    }
    throw new StoreUnavailable(`a transaction lost ${most} races in a row`)
  }

  return async <Result>(attempt: () => Promise<Result>): Promise<Result> => {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof LostRace)) throw error
    }
    const own = turn.then(() => repeat(attempt))
    turn = own.catch(() => undefined)
    return own
  }
}
