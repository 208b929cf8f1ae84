import { givenStarted, openingPayment, sendEvent } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

/** Event types that are no checkout session's, with the object that they are about. */
const others: readonly (readonly [type: string, object: string])[] = [
  ['payment_intent.succeeded', 'payment_intent'],
  ['payment_intent.created', 'payment_intent'],
  ['payment_intent.processing', 'payment_intent'],
  ['payment_intent.payment_failed', 'payment_intent'],
  ['charge.succeeded', 'charge'],
  ['charge.refunded', 'charge'],
  ['customer.created', 'customer'],
  ['customer.subscription.created', 'subscription'],
  ['customer.subscription.updated', 'subscription'],
  ['invoice.paid', 'invoice'],
  ['invoice.payment_succeeded', 'invoice'],
]

export const otherTypes: Scenario = {
  id: 'eligibility/other-types',
  profile: 'sandbox',
  title: "signed events of other objects that carry the intent's reference, before and after it is paid",
  drive: async (driver) => {
    const started = await givenStarted(driver)
    const about = { checkoutIntentId: started.intentId }
    await readDecision(driver, started.intentId, { step: 'read-before', about })
    for (const [type, object] of others) {
      const status = object === 'subscription' ? 'active' : object === 'invoice' ? 'paid' : 'succeeded'
      await sendEvent(
        driver,
        started,
        { type, paymentStatus: 'paid', object: { object, status, paid: true } },
        {
          step: 'other-event',
          variant: type,
        },
      )
      await readDecision(driver, started.intentId, { step: 'read-after', variant: type, about })
    }
    // The same intent is opened by the event that does open it: what came before was no matter of the signature.
    await sendEvent(
      driver,
      started,
      { type: 'checkout.session.completed', paymentStatus: openingPayment(driver) },
      { step: 'pay' },
    )
    await readDecision(driver, started.intentId, { step: 'read-paid', about })
    for (const variant of ['charge.refunded', 'payment_intent.payment_failed']) {
      const object = { object: variant.startsWith('charge') ? 'charge' : 'payment_intent' }
      await sendEvent(driver, started, { type: variant, object }, { step: 'event-after-payment', variant })
      await readDecision(driver, started.intentId, { step: 'read-after-payment', variant, about })
    }
  },
}
