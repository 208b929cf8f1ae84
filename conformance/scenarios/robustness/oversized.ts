import type { Scenario } from '../scenario.ts'
import { harmlessWrites } from './writes.ts'

const fiveMebibytes = 5 * 1024 * 1024

export const robustnessOversized: Scenario = {
  id: 'robustness/oversized',
  profile: 'public',
  title: 'bodies of 5 MiB, harmless in all else',
  drive: async (driver) => {
    for (const { operation, path, body } of harmlessWrites(driver)) {
      if (operation === 'owner.act' || operation === 'webhook.deliver') continue
      const json = { ...body, padding: 'x'.repeat(fiveMebibytes) }
      await driver.send({ operation, step: 'oversized', path, json })
    }
  },
}
