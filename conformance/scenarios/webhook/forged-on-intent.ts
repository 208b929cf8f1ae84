import { deliver, signatureFor } from '../../drive/events.ts'
import { eventFor, givenStarted } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const forgedOnIntent: Scenario = {
  id: 'webhook/forged-on-intent',
  profile: 'sandbox',
  title: 'a started intent, and events for it without a good signature',
  drive: async (driver) => {
    const started = await givenStarted(driver)
    const { intentId } = started
    const about = { checkoutIntentId: intentId }
    await readDecision(driver, intentId, { step: 'read-before', about })
    for (const [variant, type] of [
      ['no-header', 'checkout.session.completed'],
      ['foreign-secret', 'checkout.session.completed'],
      ['no-header, paid later', 'checkout.session.async_payment_succeeded'],
      ['foreign-secret, expired', 'checkout.session.expired'],
      ['no-header, expired', 'checkout.session.expired'],
      ['no-header, failed', 'checkout.session.async_payment_failed'],
    ] as const) {
      const event = eventFor(driver, started, { type })
      const secret = `whsec_${Buffer.from(driver.random(16)).toString('hex')}`
      const [header, signature] = variant.startsWith('no-header')
        ? [null, 'none']
        : [signatureFor(event.body, secret, Math.floor(driver.now() / 1000)), 'wrong-secret']
      await deliver(driver, event, { step: 'unsigned', variant, header, signature, about })
      await readDecision(driver, intentId, { step: 'read-after', variant, about })
    }
  },
}
