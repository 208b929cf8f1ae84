import { describe, expect, it } from 'vitest'
import { readContract } from '../../contracts/seed-file.ts'
import { createGateway } from '../gateway.ts'
import { seededRandom } from '../stripe-twin/ids.ts'
import { sessionFrom } from '../stripe-twin/event-objects.ts'
import { sessionEvent } from '../stripe-twin/events.ts'
import { signatureFor } from '../stripe-twin/sign.ts'
import { createStripeTwin } from '../stripe-twin/twin.ts'
import type { Gateway } from '../options.ts'
import { openers, type Ask, type Face, type Seen } from './every-face.fixture.ts'

const contract = readContract(new URL('../../seeds/checkout-offer-source-data.json', import.meta.url))
const { allowedBumps, decisions, primaryOffer, routes, texts } = contract
const origin = 'http://gateway.test'
const secret = 'whsec_every_face'
const now = 1_780_000_000_000

/** Two gateways of this kind give the same ids and times, so their answers can be compared byte for byte. */
function repeatableGateway(): Gateway {
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

async function paidEvent(intent: string): Promise<Ask> {
  const random = seededRandom(23)
  const amountTotal = [primaryOffer, ...allowedBumps].reduce((sum, offer) => sum + offer.unitAmountCents, 0)
  const facts = { amountTotal, currency: primaryOffer.currency, metadata: { checkout_intent_id: intent } }
  const session = sessionFrom(facts, now / 1000, random)
  const event = sessionEvent('checkout.session.completed', session, { random, created: now / 1000 })
  const payload = JSON.stringify(event)
  const signature = await signatureFor(payload, { secret, timestamp: now / 1000 })
  return post(routes.webhook, payload, { 'stripe-signature': signature })
}

function member(seen: Seen | undefined, ...names: readonly string[]): unknown {
  let value: unknown = JSON.parse(seen?.body ?? 'null')
  for (const name of names)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return value
}

/** From the first read to a recorded decision, with refusals on the way. */
async function story(face: Face): Promise<readonly Seen[]> {
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
  await ask(await paidEvent(intent))
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

async function storyThrough(name: string): Promise<readonly Seen[]> {
  const gateway = repeatableGateway()
  const opened = await openers[name]?.(gateway.fetch, origin)
  if (opened === undefined) throw new Error(`no face is called ${name}`)
  try {
    return await story(opened.face)
  } finally {
    await opened.close()
    await gateway.close()
  }
}

describe('the gateway behind its faces', () => {
  it('tells the same story byte for byte', async () => {
    const served = await storyThrough('node:http')
    expect(served.map(({ status }) => status)).toEqual([
      200, 200, 200, 200, 200, 400, 400, 404, 401, 405, 200, 303, 200, 200, 200, 200,
    ])
    expect(member(served.at(-1), 'status')).toBe('post_purchase_decision_recorded')
    for (const name of Object.keys(openers).filter((other) => other !== 'node:http')) {
      expect(await storyThrough(name), name).toEqual(served)
    }
  })
})
