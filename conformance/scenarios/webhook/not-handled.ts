import { givenStarted, openingPayment, sendEvent } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const notHandled: Scenario = {
  id: 'webhook/not-handled',
  profile: 'sandbox',
  title: 'signed events of unknown types, for unknown intents and for none',
  drive: async (driver) => {
    const started = await givenStarted(driver)
    const about = { checkoutIntentId: started.intentId }
    const type = 'checkout.session.completed'
    const unknown = `checkout-intent-${Buffer.from(driver.random(12)).toString('hex')}`
    await readDecision(driver, started.intentId, { step: 'read-before', about })
    for (const unknownType of [
      'checkout.session.reviewed',
      'checkout.session.completed.v2',
      'checkout.session.',
    ]) {
      await sendEvent(
        driver,
        started,
        { type: unknownType, paymentStatus: 'paid' },
        {
          step: 'not-handled',
          variant: `type ${unknownType}`,
        },
      )
      await readDecision(driver, started.intentId, {
        step: 'read-after',
        variant: `type ${unknownType}`,
        about,
      })
    }
    const sessionId = driver.canaries.mint('stripe-session')
    for (const [variant, intentId] of [
      ['unknown intent', unknown],
      ['no intent', null],
    ] as const) {
      await sendEvent(
        driver,
        started,
        { type, intentId, sessionId },
        { step: 'not-handled', variant, about: { checkoutIntentId: intentId } },
      )
      await readDecision(driver, started.intentId, { step: 'read-after', variant, about })
    }
    await readDecision(driver, unknown, { step: 'read-unknown' })
    // The same intent is opened by the event that does open it: what came before was no matter of the signature.
    await sendEvent(driver, started, { type, paymentStatus: openingPayment(driver) }, { step: 'pay' })
    await readDecision(driver, started.intentId, { step: 'read-paid', about })
  },
}
