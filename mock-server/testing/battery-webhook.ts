import type { TestGateway } from '../testing.ts'
import { signEvent } from './sign-event.ts'
import { decide, eventFor, started, stateOf } from './story.ts'

/** Events of all kinds and in all orders; signatures good and bad. */
export async function webhookBattery(gateway: TestGateway): Promise<void> {
  const { deliver, post, fetch, contract, origin, webhookSecret } = gateway
  const { routes } = contract
  const after = async (
    ...events: readonly (readonly [string, Record<string, unknown>?, Record<string, unknown>?])[]
  ) => {
    const id = await started(gateway)
    for (const [type, object, more] of events) {
      await deliver(eventFor(id, type, object, more))
      await stateOf(gateway, id)
      await gateway.get(`${routes.success}?checkout_intent_id=${id}`)
    }
    await decide(gateway, id)
  }
  const done = 'checkout.session.completed'
  const paid = { payment_status: 'paid' }
  await after(
    [done, { payment_status: 'unpaid' }],
    ['checkout.session.async_payment_failed'],
    [done, { payment_status: 'unpaid' }],
  )
  await after([done, { payment_status: 'no_payment_required' }])
  await after(['checkout.session.expired'])
  await after([done, paid], ['checkout.session.expired', {}, { created: 1 }])
  await after([done, { ...paid, amount_total: 1 }])
  await after([done, { ...paid, currency: 'jpy' }])
  await after([done, paid, { livemode: true }])
  await after(
    ['payment_intent.succeeded'],
    ['customer.subscription.created'],
    ['checkout.session.unheard_of'],
  )
  const [left, right] = [await started(gateway), await started(gateway)]
  await deliver(eventFor(left, done, { ...paid, client_reference_id: right }))
  await stateOf(gateway, left)
  await stateOf(gateway, right)

  const again = eventFor(right, done, paid)
  await deliver(again)
  await deliver(again)
  for (const nonsense of ['null', '[]', '{"id":"evt_1Nonsense1234AB","type":"x"}', '{}', '1'])
    await deliver(nonsense)

  const now = Math.floor(1_790_000_000 + 200)
  const event = () => JSON.stringify(eventFor(left, done, paid))
  const headersOf: ((payload: string) => Record<string, string>)[] = [
    () => ({}),
    () => ({ 'stripe-signature': 'anything' }),
    (payload) => ({ 'stripe-signature': signEvent(payload, 'whsec_another', now) }),
    (payload) => ({ 'stripe-signature': signEvent(payload, webhookSecret, now - 86_400) }),
    (payload) => ({ 'stripe-signature': signEvent(payload, webhookSecret, now).replace('v1=', 'v0=') }),
    (payload) => ({ 'stripe-signature': signEvent(payload, webhookSecret, now).slice(0, -20) }),
    (payload) => ({ 'stripe-signature': signEvent(payload, webhookSecret, now).replace('v1=', 'v1=00,v1=') }),
  ]
  for (const headers of headersOf) {
    const payload = event()
    await post(routes.webhook, payload, headers(payload))
    await deliver(payload)
  }
  const spaced = JSON.stringify(eventFor(left, done, paid), null, 3)
  await post(routes.webhook, spaced, { 'stripe-signature': signEvent(spaced, webhookSecret, now) })
  const put = event()
  await fetch(
    new Request(new URL(routes.webhook, origin), {
      method: 'PUT',
      body: put,
      headers: { 'stripe-signature': signEvent(put, webhookSecret, now) },
    }),
  )
  await crookedSignatures(gateway, event(), now)
}

/** HMACs that no honest signer makes. */
async function crookedSignatures(
  { post, contract, webhookSecret }: TestGateway,
  payload: string,
  now: number,
) {
  const hmac = async (secret: string, content: string) => {
    const bytes = new TextEncoder().encode(secret)
    const raw = bytes.length === 0 ? new Uint8Array(1) : bytes
    const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(content)))
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }
  for (const [secret, content] of [
    ['', `${now}.${payload}`],
    [webhookSecret, payload],
  ] as const) {
    const signature = `t=${now},v1=${await hmac(secret, content)}`
    await post(contract.routes.webhook, payload, { 'stripe-signature': signature })
  }
}
