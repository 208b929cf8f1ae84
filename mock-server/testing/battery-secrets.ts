import type { TestGateway } from '../testing.ts'
import { commission, clicked, decide, eventFor, started, stateOf } from './story.ts'

/** An intent full of secrets, looked at from all sides. */
export async function secretBattery(gateway: TestGateway): Promise<void> {
  const { contract, deliver, get, fetch, origin, post } = gateway
  const { routes } = contract
  const id = await started(gateway, {
    buyerEmail: 'buyer@planted.example',
    agentClientId: 'agent-planted',
    idempotencyKey: 'key-planted',
    referralClickId: await clicked(gateway),
  })
  const { referralLinkId, destinationRoute } = contract.referralLinks.eligible
  const visit = { idempotencyKey: 'visit-planted', anonymousVisitorKey: 'visitor-planted' }
  await post(routes.clicks, { referralLinkId, destinationRoute, ...visit })
  await get(`${routes.checkout}/redirect/${id}`)
  const event = eventFor(id, 'checkout.session.completed', {
    id: 'cs_test_a1Planted123456',
    payment_status: 'paid',
    payment_intent: 'pi_3Planted1234567890',
    customer: 'cus_Planted1234567',
    customer_details: { email: 'buyer@planted.example' },
    payment_method_details: { card: { brand: 'visa', last4: '4242' } },
    metadata: { checkout_intent_id: id, note: 'planted-note' },
  })
  await deliver(event)
  await stateOf(gateway, id)
  await stateOf(gateway, id)
  const read = `${routes.decisions}?checkoutIntentId=${id}`
  await get(read, { accept: 'text/html' })
  await get(read, { 'accept-encoding': 'gzip' })
  await fetch(new Request(new URL(read, origin), { method: 'HEAD' }))
  await fetch(new Request(new URL(read, origin), { method: 'OPTIONS' }))
  await get(`${routes.success}?checkout_intent_id=${id}&session_id=cs_test_a1Planted123456`)
  await get(`${routes.postPurchase}/${id}`)
  await decide(gateway, id)
  await decide(gateway, id)
  await decide(gateway, id, { idempotencyKey: 'stale', expectedCheckoutUpdatedAt: 1 })
  await commission(gateway, id)
}
