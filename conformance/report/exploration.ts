import { sequencesScenario, storiesOf } from '../judge/sequences/story.ts'
import type { Exchange, Transcript } from '../transcript.ts'

/** What was explored, in words, with the seed that tells the same stories again; null where nothing was. */
export function explorationLine({ entries }: Transcript): string | null {
  const exchanges = entries.filter(
    (entry): entry is Exchange => entry.kind === 'exchange' && entry.scenario === sequencesScenario,
  )
  const stories = storiesOf(exchanges)
  const [first] = exchanges
  if (first === undefined) return null
  const generated = stories.filter(([one]) => !isFlagged(one, 'attempt') && !isFlagged(one, 'shrunk')).length
  const shrunk = stories.filter(([one]) => isFlagged(one, 'shrunk')).length
  const shortened = shrunk === 0 ? '' : `, ${shrunk} failing ones made short`
  return `${generated} stories in ${exchanges.length} exchanges${shortened}; again with --explore ${generated} --explore-seed ${seedOf(first)}`
}

function isFlagged(exchange: Exchange | undefined, flag: 'attempt' | 'shrunk'): boolean {
  return exchange?.about[flag] === true
}

function seedOf({ about: { seed } }: Exchange): string {
  return typeof seed === 'number' ? String(seed) : '0'
}
