import { sequencesScenario } from '../judge/sequences/story.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { explore } from './explore.ts'

export const exploreSequences: Scenario = {
  id: sequencesScenario,
  profile: 'sandbox',
  title: 'generated stories of starts, events, decisions, clicks, evidence and owner actions',
  drive: async (driver) => {
    if (driver.exploration !== undefined) await explore(driver, driver.exploration)
  },
}
