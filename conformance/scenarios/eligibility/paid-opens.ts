import { givenStarted, sendEvent } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const paidOpens: Scenario = {
  id: 'eligibility/paid-opens',
  profile: 'sandbox',
  title: 'a started intent is paid by a signed checkout.session.completed event',
  drive: async (driver) => {
    const started = await givenStarted(driver)
    const about = { checkoutIntentId: started.intentId }
    await readDecision(driver, started.intentId, { step: 'read-open', about })
    await sendEvent(driver, started, { type: 'checkout.session.completed' }, { step: 'pay' })
    await readDecision(driver, started.intentId, { step: 'read-paid', about })
  },
}
