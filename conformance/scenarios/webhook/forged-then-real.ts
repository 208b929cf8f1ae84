import { deliver, signatureFor } from '../../drive/events.ts'
import { eventFor, givenStarted } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const forgedThenReal: Scenario = {
  id: 'webhook/forged-then-real',
  profile: 'sandbox',
  title: 'a forged copy of each event before and after the real one',
  drive: async (driver) => {
    const intent = await givenStarted(driver)
    const { intentId } = intent
    const about = { checkoutIntentId: intentId }
    const secret = `whsec_${Buffer.from(driver.random(16)).toString('hex')}`
    for (const [variant, type, paymentStatus] of [
      ['unsigned', 'checkout.session.completed', 'unpaid'],
      ['foreign-secret', 'checkout.session.async_payment_succeeded', 'paid'],
    ] as const) {
      const event = eventFor(driver, intent, { type, paymentStatus })
      const at = Math.floor(driver.now() / 1000)
      const header = variant === 'unsigned' ? null : signatureFor(event.body, secret, at)
      const forged = { variant, header, signature: variant, about }
      await deliver(driver, event, { ...forged, step: 'forged' })
      await readDecision(driver, intentId, { step: 'read-forged', variant, about })
      await deliver(driver, event, { step: 'real', variant, about, attempt: 2 })
      await readDecision(driver, intentId, { step: 'read-real', variant, about })
      await deliver(driver, event, { ...forged, step: 'forged-again', attempt: 3 })
    }
  },
}
