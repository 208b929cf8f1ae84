import type { Driver } from '../../drive/driver.ts'
import { givenStarted, sendEvent, type Started } from '../../drive/given.ts'
import { readDecision, readRedirect, start } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const redirects: Scenario = {
  id: 'confirmation/redirects',
  profile: 'sandbox',
  title:
    'the redirect and the replay of a start while the intent is open, paid, expired, completed and failed',
  drive: async (driver) => {
    const paid = await started(driver)
    await readRedirect(driver, paid.intent.intentId, { step: 'own-redirect', variant: 'before' })
    // Two are open at once: each has its own way to pay.
    const expired = await started(driver)
    await readRedirect(driver, expired.intent.intentId, { step: 'own-redirect', variant: 'other' })
    await look(driver, paid, 'open')
    await sendEvent(driver, paid.intent, { type: 'checkout.session.completed' }, { step: 'pay' })
    await look(driver, paid, 'paid')
    await sendEvent(driver, expired.intent, { type: 'checkout.session.expired' }, { step: 'expire' })
    await look(driver, expired, 'expired')
    const failed = await started(driver)
    const unpaid = { type: 'checkout.session.completed', paymentStatus: 'unpaid' }
    await sendEvent(driver, failed.intent, unpaid, { step: 'complete' })
    await look(driver, failed, 'completed')
    await sendEvent(
      driver,
      failed.intent,
      { type: 'checkout.session.async_payment_failed' },
      { step: 'fail' },
    )
    await look(driver, failed, 'payment_failed')
    await readRedirect(driver, 'checkout-intent-of-nobody', { step: 'redirect', variant: 'unknown' })
  },
}

interface Begun {
  readonly intent: Started
  readonly members: { readonly [member: string]: string }
}

async function started(driver: Driver): Promise<Begun> {
  const { canaries } = driver
  const members = {
    idempotencyKey: canaries.mint('idempotency-key'),
    buyerEmail: canaries.mint('buyer-email'),
    agentClientId: canaries.mint('agent-client-id'),
  }
  return { intent: await givenStarted(driver, members, { step: 'start' }), members }
}

async function look(driver: Driver, { intent, members }: Begun, variant: string): Promise<void> {
  const { intentId } = intent
  await readDecision(driver, intentId, { step: 'read', variant })
  await readRedirect(driver, intentId, { step: 'redirect', variant })
  await start(driver, members, { step: 'replay', variant, about: { checkoutIntentId: intentId } })
}
