import type { Contract } from '../../contracts/contract.ts'
import { createGateway } from '../gateway.ts'
import type { Gateway } from '../options.ts'
import { sessionFrom } from '../stripe-twin/event-objects.ts'
import { sessionEvent } from '../stripe-twin/events.ts'
import { seededRandom } from '../stripe-twin/ids.ts'
import { signatureFor } from '../stripe-twin/sign.ts'
import { createStripeTwin } from '../stripe-twin/twin.ts'
import type { Ask, Face, Seen } from './seen.fixture.ts'

const secret = 'whsec_every_face'
const now = 1_780_000_000_000

/** Two gateways of this kind give the same ids and times, so their answers can be compared byte for byte. */
export function repeatableGateway(contract: Contract, origin: string): Gateway {
  const bytes = seededRandom(21)
  const twin = createStripeTwin({ now: () => now, random: seededRandom(22) })
  return createGateway({
    contract,
    webhookSecret: secret,
    ownerToken: 'owner-of-every-face',
    now: () => now,
    random: (length) => Uint8Array.from({ length }, () => Math.floor(bytes() * 256)),
    stripe: { secretKey: 'sk_test_every_face', fetch: twin.fetch },
    publicOrigin: origin,
  })
}

function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Ask {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { path, method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text }
}

async function paidEvent({ allowedBumps, primaryOffer, routes }: Contract, intent: string): Promise<Ask> {
  const random = seededRandom(23)
  const amountTotal = [primaryOffer, ...allowedBumps].reduce((sum, offer) => sum + offer.unitAmountCents, 0)
  const facts = { amountTotal, currency: primaryOffer.currency, metadata: { checkout_intent_id: intent } }
  const session = sessionFrom(facts, now / 1000, random)
  const event = sessionEvent('checkout.session.completed', session, { random, created: now / 1000 })
  const payload = JSON.stringify(event)
  const signature = await signatureFor(payload, { secret, timestamp: now / 1000 })
  return post(routes.webhook, payload, { 'stripe-signature': signature })
}

export function member(seen: Seen | undefined, ...names: readonly string[]): unknown {
  let value: unknown = JSON.parse(seen?.body ?? 'null')
  for (const name of names)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return value
}

/** From the first read to a recorded decision, with refusals on the way. */
export async function story(contract: Contract, face: Face): Promise<readonly Seen[]> {
  const { allowedBumps, decisions, routes, texts } = contract
  const seen: Seen[] = []
  const ask = async (asked: Ask): Promise<Seen> => {
    const answer = await face(asked)
    seen.push(answer)
    return answer
  }
  await ask({ path: routes.sourceData })
  await ask({ path: routes.checkout })
  await ask({ path: routes.checkout, method: 'HEAD' })
  await ask({ path: routes.preview })
  await ask(post(routes.checkout, { previewOnly: true }))
  await ask(post(routes.checkout, '{"broken'))
  await ask(post(routes.webhook, '{}', { 'stripe-signature': 't=1,v1=00' }))
  await ask({ path: '/nowhere/%E0%A4%A' })
  await ask({ path: routes.ownerActions })
  await ask({ path: routes.checkout, method: 'DELETE' })
  const begun = await ask(
    post(routes.checkout, {
      confirmationText: texts.checkout,
      idempotencyKey: 'every-face',
      orderBumpPriceIds: allowedBumps.map(({ priceId }) => priceId),
    }),
  )
  const intent = String(member(begun, 'checkoutIntentId'))
  await ask({ path: `${routes.checkout}/redirect/${intent}` })
  await ask(await paidEvent(contract, intent))
  const state = await ask({ path: `${routes.decisions}?checkoutIntentId=${intent}` })
  await ask({ path: `${routes.success}?checkout_intent_id=${intent}` })
  await ask(
    post(routes.decisions, {
      checkoutIntentId: intent,
      decisionKind: decisions[0]?.decisionKind,
      confirmationText: texts.decision,
      idempotencyKey: 'every-face-decision',
      expectedCheckoutUpdatedAt: member(state, 'checkout', 'updatedAt'),
    }),
  )
  return seen
}
