import { deliver } from '../../drive/events.ts'
import { eventFor, givenStarted } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { signatureFaults } from './signature-faults.ts'

/** After how many deliveries the state is read: often enough to tell which of them had an effect. */
const readEvery = 4

export const faultySignatures: Scenario = {
  id: 'webhook/faulty-signatures',
  profile: 'sandbox',
  title: 'paid events for a started intent, each with another fault in its signature, then a good one',
  drive: async (driver) => {
    const { random, webhookSecret } = driver
    if (webhookSecret === null) return
    const intent = await givenStarted(driver)
    const { intentId } = intent
    const about = { checkoutIntentId: intentId }
    const paidEvent = () => eventFor(driver, intent, { type: 'checkout.session.completed' })
    const faultyDelivery = (index: number) => {
      const event = paidEvent()
      const faults = signatureFaults({
        body: event.body,
        secret: webhookSecret,
        now: Math.floor(driver.now() / 1000),
        otherBody: event.body.replace('"payment_status":"paid"', '"payment_status":"unpaid"'),
        otherSecret: `whsec_${Buffer.from(random(16)).toString('hex')}`,
      })
      return { event, count: faults.length, fault: faults[index] }
    }
    await readDecision(driver, intentId, { step: 'read-before', about })
    const { count } = faultyDelivery(0)
    for (let index = 0; index < count; index += 1) {
      const { event, fault } = faultyDelivery(index)
      if (fault === undefined) continue
      const [variant, { header, body }] = fault
      await deliver(driver, event, { step: 'faulty', variant, header, body, signature: variant, about })
      if (index % readEvery === readEvery - 1 || index === count - 1) {
        await readDecision(driver, intentId, { step: 'read-after', variant, about })
      }
    }
    await deliver(driver, paidEvent(), { step: 'good', about })
    await readDecision(driver, intentId, { step: 'read-paid', about })
  },
}
