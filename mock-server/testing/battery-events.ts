import type { TestGateway } from '../testing.ts'
import { signEvent } from './sign-event.ts'
import type { Fields } from '../http/fields.ts'
import { decide, eventFor, pay, started, stateOf } from './story.ts'

const completed = 'checkout.session.completed'
const paid = { payment_status: 'paid' }
const unpaid = { payment_status: 'unpaid' }

/** Events that name other intents than their own, come twice, come late or in other words; doors that are none. */
export async function eventBattery(gateway: TestGateway): Promise<void> {
  const { contract, deliver, fetch, get, origin } = gateway
  const { routes } = contract
  const after = async (...events: readonly (readonly [type: string, object?: Fields, more?: Fields])[]) => {
    const id = await started(gateway)
    for (const [type, object, more] of events) {
      await deliver(eventFor(id, type, object, more))
      await stateOf(gateway, id)
    }
  }
  const succeeded = 'checkout.session.async_payment_succeeded'
  await after([completed, unpaid], [succeeded])
  await after(['invoice.paid'])
  await after([`${completed}.v2`, paid])
  await after([completed, { ...paid, metadata: {} }])
  await after([succeeded, {}, { livemode: true }])
  await after([completed, { ...paid, amount_total: contract.primaryOffer.unitAmountCents - 1 }])

  const bystander = await started(gateway)
  await deliver(eventFor('checkout-intent-of-nobody', completed, paid))
  await stateOf(gateway, bystander)
  await get(`${routes.cancel}?checkout_intent_id=${bystander}`)
  await stateOf(gateway, bystander)
  const patch = { checkoutIntentId: bystander, status: 'paid' }
  await fetch(
    new Request(new URL(routes.decisions, origin), { method: 'PATCH', body: JSON.stringify(patch) }),
  )
  await stateOf(gateway, bystander)
  await repeated(gateway)
  await signed(gateway)
}

/** One event twice, in other words, and as a forged copy. */
async function repeated(gateway: TestGateway): Promise<void> {
  const { deliver, post, contract } = gateway
  const id = await started(gateway)
  const event = eventFor(id, completed, unpaid)
  await deliver({ ...event, pending_webhooks: 1 })
  await deliver({ ...event, pending_webhooks: 0 })
  await stateOf(gateway, id)
  await post(contract.routes.webhook, event)
  await pay(gateway, id)
  await decide(gateway, id)
}

/** Headers and bodies that only a careless check tells apart, or does not. */
async function signed(gateway: TestGateway): Promise<void> {
  const { post, contract, webhookSecret } = gateway
  const id = await started(gateway)
  // The clock of the gateway, in seconds, as the intent just started shows it.
  const now = Number((await stateOf(gateway, id))?.['updatedAt'])
  const send = (payload: string, header: string) =>
    post(contract.routes.webhook, payload, { 'stripe-signature': header })
  const event = (object: Fields = {}) => JSON.stringify(eventFor(id, completed, { ...unpaid, ...object }))
  const old = event()
  await send(old, signEvent(old, webhookSecret, now - 420))
  const rolled = event()
  await send(rolled, `${signEvent(rolled, webhookSecret, now)},v1=00`)
  const named = event({ customer_details: { name: 'Zo\u00eb \u{1f6d2}' } })
  await send(named, signEvent(named, webhookSecret, now))
  await post(contract.routes.webhook, eventFor(id, 'checkout.session.async_payment_succeeded'))
}
