import { delivery } from '../../drive/events.ts'
import { eventFor, givenStarted } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const otherMethods: Scenario = {
  id: 'webhook/other-methods',
  profile: 'sandbox',
  title: 'well signed, paid events for a started intent, sent with other methods than POST',
  drive: async (driver) => {
    const intent = await givenStarted(driver)
    const { intentId } = intent
    const about = { checkoutIntentId: intentId }
    await readDecision(driver, intentId, { step: 'read-before', about })
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const event = eventFor(driver, intent, { type: 'checkout.session.completed' })
      await driver.send({
        ...delivery(driver, event, { step: 'other-method', variant: method, about }),
        method,
      })
      await readDecision(driver, intentId, { step: 'read-after', variant: method, about })
    }
    const event = eventFor(driver, intent, { type: 'checkout.session.completed' })
    await driver.send(delivery(driver, event, { step: 'post', about }))
    await readDecision(driver, intentId, { step: 'read-paid', about })
  },
}
