import { describe, expect, test } from 'vitest'
import { sequencesScenario } from '../judge/sequences/story.ts'
import { commandsIn, storiesOf } from '../judge/sequences/story.ts'
import { createView } from '../judge/view.ts'
import { exploreGateway } from './told.fixture.ts'

/** Each found by exploration alone, by the check of the requirement that it breaks, in a story of so many commands at most. */
const faults: readonly (readonly [defect: string, requirement: string, commands: number])[] = [
  ['eligible-flag-only-on-get', 'ELG-01', 2],
  ['unpaid-completed', 'ELG-04', 2],
  ['async-failed-ignored', 'ELG-05', 3],
  ['duplicate-touches-intent', 'WHK-04', 3],
  ['dedupe-by-type', 'WHK-04', 4],
  ['version-ignored', 'STL-02', 3],
  ['replay-goes-stale', 'STL-03', 5],
  ['decision-touches-intent', 'NBL-02', 3],
  ['fresh-body-on-replay', 'IDM-02', 4],
  ['mismatch-replayed', 'IDM-03', 6],
  ['mutable-after-start', 'ATT-03', 2],
  ['unattributed-entry', 'LED-01', 3],
  ['illegal-transition', 'OWN-03', 6],
]

describe('faults that exploration finds by itself', () => {
  for (const [defect, requirement, most] of faults) {
    test(`${defect}: ${requirement}, in at most ${most} commands`, async () => {
      const { record, transcript } = await exploreGateway(
        { stories: 8, seed: 5 },
        { gateway: { defects: [defect] } },
      )
      const failed = record.checks.filter(({ status }) => status === 'fail')
      expect(failed.map((check) => check.requirement)).toContain(requirement)
      const [finding] = failed.find((check) => check.requirement === requirement)?.findings ?? []
      expect(finding?.message).toMatch(/; story of \d+ commands: 1\. .+: .+; 2\. /)
      const shrunk = storiesOf(createView(transcript).exchanges({ scenario: sequencesScenario })).filter(
        ([first]) => first?.about['shrunk'] === true,
      )
      expect(shrunk.length).toBeGreaterThan(0)
      expect(Math.min(...shrunk.map(commandsIn))).toBeLessThanOrEqual(most)
    })
  }
})
