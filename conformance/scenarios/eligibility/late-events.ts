import { givenStarted, sendEvent } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

/** Seconds by which an event that arrives late was made before the payment. */
const earlier = 60

export const lateEvents: Scenario = {
  id: 'eligibility/late-events',
  profile: 'sandbox',
  title: 'a paid intent, and events that arrive late: made before the payment or after it',
  drive: async (driver) => {
    const paid = await givenStarted(driver)
    const about = { checkoutIntentId: paid.intentId }
    await sendEvent(driver, paid, { type: 'checkout.session.completed' }, { step: 'pay' })
    await readDecision(driver, paid.intentId, { step: 'read-paid', about })
    const now = Math.floor(driver.now() / 1000)
    for (const type of [
      'checkout.session.completed',
      'checkout.session.async_payment_failed',
      'checkout.session.expired',
    ]) {
      for (const [age, created] of [
        ['older', now - earlier],
        ['newer', now],
      ] as const) {
        const variant = `${age} ${type}`
        await sendEvent(
          driver,
          paid,
          { type, created, paymentStatus: 'unpaid' },
          { step: 'late-event', variant },
        )
        await readDecision(driver, paid.intentId, { step: 'read-after', variant, about })
      }
    }
  },
}
