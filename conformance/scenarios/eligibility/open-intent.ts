import { givenStarted, openingPayment, readState, sendEvent } from '../../drive/given.ts'
import { decide } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const openIntent: Scenario = {
  id: 'eligibility/open-intent',
  profile: 'sandbox',
  title:
    'a started intent that no event has paid: it is read, a complete decision is tried, and again once it is paid',
  drive: async (driver) => {
    const started = await givenStarted(driver)
    const { intentId } = started
    const about = { checkoutIntentId: intentId }
    const state = await readState(driver, intentId, { step: 'read', about })
    const idempotencyKey = driver.canaries.mint('idempotency-key')
    await decide(driver, state, { idempotencyKey }, { step: 'decide', about })
    for (const [i, { decisionKind }] of driver.contract.decisions.entries()) {
      await decide(driver, state, { decisionKind }, { step: 'decide', variant: `kind-${i + 1}`, about })
    }
    await readState(driver, intentId, { step: 'read-again', about })
    await sendEvent(
      driver,
      started,
      { type: 'checkout.session.completed', paymentStatus: openingPayment(driver) },
      { step: 'pay' },
    )
    const paid = await readState(driver, intentId, { step: 'read-paid', about })
    await decide(driver, paid, { idempotencyKey }, { step: 'decide-paid', about })
  },
}
