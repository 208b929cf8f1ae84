import { decide, readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const unknownIntent: Scenario = {
  id: 'eligibility/unknown-intent',
  profile: 'public',
  title: 'ids that no start ever gave: read, and given a complete decision',
  drive: async (driver) => {
    const random = Buffer.from(driver.random(12)).toString('hex')
    const ids: [variant: string, id: string][] = [
      ['of-the-usual-form', `checkout-intent-${random}`],
      ['of-another-form', random],
    ]
    for (const [variant, intentId] of ids) {
      await readDecision(driver, intentId, { step: 'read', variant })
      const updatedAt = Math.floor(driver.now() / 1000)
      await decide(driver, { intentId, updatedAt }, {}, { step: 'decide', variant })
      await readDecision(driver, intentId, { step: 'read-again', variant })
    }
  },
}
