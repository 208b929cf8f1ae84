import { givenStarted, sendEvent } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const liveEvents: Scenario = {
  id: 'eligibility/live-events',
  profile: 'sandbox',
  title: 'well signed events of the live mode for a started intent, then one of the test mode',
  drive: async (driver) => {
    const started = await givenStarted(driver)
    const about = { checkoutIntentId: started.intentId }
    await readDecision(driver, started.intentId, { step: 'read-before', about })
    for (const type of [
      'checkout.session.completed',
      'checkout.session.async_payment_succeeded',
      'checkout.session.async_payment_failed',
      'checkout.session.expired',
    ]) {
      await sendEvent(driver, started, { type, livemode: true }, { step: 'live-event', variant: type })
      await readDecision(driver, started.intentId, { step: 'read-after', variant: type, about })
    }
    await sendEvent(driver, started, { type: 'checkout.session.completed' }, { step: 'test-event' })
    await readDecision(driver, started.intentId, { step: 'read-paid', about })
  },
}
