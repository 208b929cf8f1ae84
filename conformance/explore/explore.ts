import fc from 'fast-check'
import { Aborted, type Driver } from '../drive/driver.ts'
import { judgeStory } from '../judge/sequences/story.ts'
import type { Exchange } from '../transcript.ts'
import { examples, story as anyStory, type Story } from './commands.ts'
import { tell } from './tell.ts'

/** How far to explore. */
export interface Exploration {
  /** Stories to tell; those that shrinking tells come on top. */
  readonly stories: number
  /** A 32-bit integer: the same seed gives the same stories. */
  readonly seed: number
}

/** So many exchanges at most go into making failing stories short, and so many faults are pursued in one run. */
const mostShrinking = 250
const mostFaults = 3

/**
 * Tells generated stories to the target. Where one ends in a discrepancy, shorter ones are tried, and the shortest that
 * still does is told once more, marked as `shrunk`. Nothing is judged here for the record: the same pure model judges
 * the transcript later. Throws `Aborted` when the target does not even start a checkout.
 */
export async function explore(driver: Driver, { stories, seed }: Exploration): Promise<void> {
  const known = new Set<string>()
  let left = stories
  let shrinking = 0
  let story = 0
  let unstarted = 0
  let fault: unknown = null
  let last: Exchange | null = null

  const judged = async (
    told: Story,
    tags: { readonly shrunk?: true; readonly attempt?: true; readonly example?: number },
  ) => {
    story += 1
    let broken: string | null = null
    const isBroken = (exchanges: readonly Exchange[]) => {
      broken = judgeStory(driver.contract, exchanges).broken?.requirement ?? null
      return broken !== null
    }
    const exchanges = await tell(driver, told, { story, seed, ...tags }, isBroken)
    last = exchanges.at(-1) ?? null
    unstarted = exchanges.some(({ step }) => step === 'look') ? 0 : unstarted + 1
    if (tags.attempt === true) shrinking += exchanges.length
    return broken
  }

  for (let round = 0; left > 0 && known.size < mostFaults && unstarted < 2; round += 1) {
    let hunted: string | null = null
    const property = fc.asyncProperty(anyStory, async (told) => {
      if (fault !== null || unstarted >= 2 || (hunted !== null && shrinking >= mostShrinking)) return true
      try {
        if (hunted !== null) return (await judged(told, { attempt: true })) !== hunted
        left -= 1
        const nth = stories - left
        const broken = await judged(told, nth <= examples.length ? { example: nth } : {})
        if (broken === null || known.has(broken)) return true
        hunted = broken
        return false
      } catch (error) {
        fault = error
        return true
      }
    })
    const { counterexample } = await fc.check(property, {
      seed: (seed + round) | 0,
      numRuns: left,
      // Small values first would make most stories too short to come by much.
      unbiased: true,
      examples: examples.slice(stories - left, stories).map((one): [typeof one] => [one]),
    })
    if (fault !== null)
      throw fault instanceof Error ? fault : new Error('a story could not be told', { cause: fault })
    if (hunted !== null) known.add(hunted)
    if (counterexample !== null) await judged(counterexample[0], { shrunk: true })
  }
  if (unstarted >= 2) {
    const { n } = last ?? { n: null }
    throw new Aborted('no story could begin: a confirmed start gave no intent that can be read', 'start', n)
  }
}
