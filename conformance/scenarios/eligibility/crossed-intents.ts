import { clickIfTaken, givenStarted, readState, sendEvent, type Started } from '../../drive/given.ts'
import { decide, readDecision, start, type Members } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const crossedIntents: Scenario = {
  id: 'eligibility/crossed-intents',
  profile: 'sandbox',
  title: 'intents of one buyer and one referral click, and events that name one of them, two of them or none',
  drive: async (driver) => {
    const buyerEmail = driver.canaries.mint('buyer-email')
    const referral = await clickIfTaken(driver)
    const startOne = (variant: string, members: Members = {}) =>
      givenStarted(driver, { buyerEmail, ...members }, { step: 'given-started', variant })
    const named = await startOne('named', referral)
    // A click may be good for one checkout only.
    const { response } = await start(driver, { buyerEmail, ...referral }, { step: 'same-click' })
    const shared = response?.status === 200 ? referral : {}
    const referred = await startOne('referred', shared)
    const bystander = await startOne('bystander', shared)
    const last = await startOne('last', shared)
    const intents: [variant: string, intent: Started][] = [
      ['named', named],
      ['referred', referred],
      ['bystander', bystander],
      ['last', last],
    ]
    const readAll = async (step: string) => {
      for (const [variant, { intentId }] of intents) {
        await readDecision(driver, intentId, { step, variant, about: { checkoutIntentId: intentId } })
      }
    }
    const customer = {
      customer_email: buyerEmail,
      customer_details: { email: buyerEmail, name: null, phone: null },
    }
    const type = 'checkout.session.completed'
    await readAll('read-before')
    const unknown = `checkout-intent-${Buffer.from(driver.random(12)).toString('hex')}`
    await sendEvent(
      driver,
      bystander,
      { type, intentId: unknown, sessionId: driver.canaries.mint('stripe-session'), object: customer },
      {
        step: 'event-for-nobody',
      },
    )
    await readAll('read-after-nobody')
    await sendEvent(
      driver,
      named,
      { type, clientReferenceId: referred.intentId, object: customer },
      { step: 'event-with-two-names' },
    )
    await readAll('read-after-two-names')
    const open = await readState(driver, bystander.intentId, { step: 'read-bystander' })
    await decide(driver, open, {}, { step: 'decide-bystander' })
    await sendEvent(
      driver,
      referred,
      { type, intentId: null, clientReferenceId: referred.intentId, object: customer },
      {
        step: 'event-with-reference',
      },
    )
    await readAll('read-after-reference')
    await sendEvent(
      driver,
      bystander,
      { type: 'checkout.session.expired', object: customer },
      { step: 'event-that-closes' },
    )
    await readAll('read-after-closing')
  },
}
