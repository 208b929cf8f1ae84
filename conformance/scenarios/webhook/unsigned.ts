import { buildEvent, deliver, signatureFor } from '../../drive/events.ts'
import type { Header } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'

/** What anybody can send who would be taken for Stripe, or for a service behind the same wall. */
const dressedUp: readonly Header[] = [
  ['user-agent', 'Stripe/1.0 (+https://stripe.com/docs/webhooks)'],
  ['x-forwarded-for', '127.0.0.1'],
  ['x-stripe-signature', 't=1,v1=trusted'],
  ['x-internal-request', 'true'],
  ['x-webhook-verified', 'true'],
]

export const unsigned: Scenario = {
  id: 'webhook/unsigned',
  profile: 'public',
  title: 'events without a good signature, and other methods on the webhook route',
  drive: async (driver) => {
    const { contract, now, random } = driver
    const unknown = () => Buffer.from(random(16)).toString('hex')
    const event = () =>
      buildEvent(driver, {
        type: 'checkout.session.completed',
        intentId: `checkout-intent-${unknown()}`,
        amountCents: contract.primaryOffer.unitAmountCents,
        currency: contract.primaryOffer.currency,
      })
    await deliver(driver, event(), {
      step: 'unsigned',
      variant: 'no-header',
      header: null,
      signature: 'none',
    })
    await deliver(driver, event(), {
      step: 'unsigned',
      variant: 'dressed-up',
      header: null,
      signature: 'none',
      headers: dressedUp,
    })
    const forged = event()
    const header = signatureFor(forged.body, `whsec_${unknown()}`, Math.floor(now() / 1000))
    await deliver(driver, forged, {
      step: 'unsigned',
      variant: 'foreign-secret',
      header,
      signature: 'wrong-secret',
    })
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      await driver.send({
        operation: 'webhook.deliver',
        step: 'other-method',
        variant: method,
        method,
        path: contract.routes.webhook,
        ...(method === 'GET' ? {} : { json: JSON.parse(event().body) as unknown }),
      })
    }
  },
}
