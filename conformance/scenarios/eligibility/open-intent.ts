import { decide, givenStarted, readState } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const openIntent: Scenario = {
  id: 'eligibility/open-intent',
  profile: 'sandbox',
  title: 'a started intent that no event has paid: it is read, and a complete decision is tried',
  drive: async (driver) => {
    const { intentId } = await givenStarted(driver)
    const state = await readState(driver, intentId, { step: 'read' })
    await decide(driver, state, {}, { step: 'decide' })
    await readState(driver, intentId, { step: 'read-again' })
  },
}
