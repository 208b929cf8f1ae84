import type { Driver } from '../../drive/driver.ts'
import { givenStarted, sendEvent } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

const types = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
]

export const liveEvents: Scenario = {
  id: 'eligibility/live-events',
  profile: 'sandbox',
  title: 'well signed events of the live mode for a started intent, then one of the test mode',
  drive: async (driver) => {
    const started = await givenStarted(driver)
    const about = { checkoutIntentId: started.intentId }
    await readDecision(driver, started.intentId, { step: 'read-before', about })
    for (const type of types) {
      await sendEvent(driver, started, { type, livemode: true }, { step: 'live-event', variant: type })
      await readDecision(driver, started.intentId, { step: 'read-after', variant: type, about })
    }
    await sendEvent(driver, started, { type: 'checkout.session.completed' }, { step: 'test-event' })
    await readDecision(driver, started.intentId, { step: 'read-paid', about })
    await whileCompleted(driver)
  },
}

/** The payment of a completed checkout is awaited: the event that decides on it must be one of the test mode, too. */
async function whileCompleted(driver: Driver): Promise<void> {
  const awaiting = await givenStarted(driver)
  const about = { checkoutIntentId: awaiting.intentId }
  const unpaid = { type: 'checkout.session.completed', paymentStatus: 'unpaid' } as const
  await sendEvent(driver, awaiting, unpaid, { step: 'given-completed' })
  await readDecision(driver, awaiting.intentId, { step: 'read-completed', about })
  for (const type of types) {
    const variant = `${type}, while completed`
    await sendEvent(driver, awaiting, { type, livemode: true }, { step: 'live-event', variant })
    await readDecision(driver, awaiting.intentId, { step: 'read-after-completed', variant, about })
  }
}
