import type { Config } from '../config.ts'
import type { RunOptions } from '../run.ts'
import { UsageError } from './edge.ts'

/** As many stories as the configuration allows too. */
const most = 10_000

/** How far to explore: the command line goes before the configuration. Throws `UsageError` for what is no number. */
export function explorationOf(
  flags: { readonly explore?: string; readonly exploreSeed?: string },
  config: Pick<Config, 'explore'>,
): Pick<RunOptions, 'explore'> {
  const stories = wholeNumber('--explore', flags.explore, 0, most) ?? config.explore
  const seed = wholeNumber('--explore-seed', flags.exploreSeed, -(2 ** 31), 2 ** 31 - 1)
  return {
    explore: { ...(stories === undefined ? {} : { stories }), ...(seed === undefined ? {} : { seed }) },
  }
}

function wholeNumber(name: string, text: string | undefined, least: number, greatest: number) {
  if (text === undefined) return undefined
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= greatest) return value
  throw new UsageError(`${name} takes a whole number from ${least} to ${greatest}, not "${text}"`)
}
