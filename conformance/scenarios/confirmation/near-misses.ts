import { start } from '../../drive/verbs.ts'
import { nearMisses } from '../near-misses.ts'
import type { Scenario } from '../scenario.ts'

export const checkoutNearMisses: Scenario = {
  id: 'confirmation/near-misses',
  profile: 'public',
  title: 'starts with every kind of almost right confirmation text',
  drive: async (driver) => {
    const { checkout, decision } = driver.contract.texts
    for (const { variant, text } of nearMisses(checkout, decision)) {
      await start(driver, { confirmationText: text }, { step: 'near-miss', variant })
    }
  },
}
