import type { Driver } from '../../drive/driver.ts'
import { givenStarted, readState, sendEvent } from '../../drive/given.ts'
import { decide, readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

/** Seconds by which an event that arrives late was made before the payment. */
const earlier = 60

export const lateEvents: Scenario = {
  id: 'eligibility/late-events',
  profile: 'sandbox',
  title:
    'a paid intent, and one that was paid later and took a decision; and events that arrive late: made before or after',
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
    await afterDecision(driver)
  },
}

/** An intent that came to its payment the long way, and whose buyer has decided since. */
async function afterDecision(driver: Driver): Promise<void> {
  const started = await givenStarted(driver, {}, { step: 'given-started', variant: 'paid-later' })
  const about = { checkoutIntentId: started.intentId }
  const unpaid = { type: 'checkout.session.completed', paymentStatus: 'unpaid' }
  await sendEvent(driver, started, unpaid, { step: 'complete' })
  await sendEvent(
    driver,
    started,
    { type: 'checkout.session.async_payment_succeeded' },
    { step: 'pay-later' },
  )
  const paid = await readState(driver, started.intentId, { step: 'read-paid-later', about })
  await decide(driver, paid, {}, { step: 'decide', about })
  for (const variant of ['checkout.session.async_payment_failed', 'checkout.session.expired']) {
    await sendEvent(driver, started, { type: variant }, { step: 'event-after-decision', variant })
    await readDecision(driver, started.intentId, { step: 'read-after-decision', variant, about })
  }
}
