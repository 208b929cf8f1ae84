import { isFields } from '../http/fields.ts'
import type { TestGateway } from '../testing.ts'

/** What tests do again and again, over the public seam. */
type Json = Readonly<Record<string, unknown>>

export async function jsonOf(response: Response): Promise<Json> {
  const value: unknown = JSON.parse(await response.text())
  if (!isFields(value)) throw new TypeError('the answer is no JSON object')
  return value
}

export async function start(gateway: TestGateway, more: Json = {}): Promise<Response> {
  const { contract, post } = gateway
  return post(contract.routes.checkout, { confirmationText: contract.texts.checkout, ...more })
}

/** The id of a newly started intent. */
export async function started(gateway: TestGateway, more: Json = {}): Promise<string> {
  return text(await jsonOf(await start(gateway, more)), 'checkoutIntentId')
}

let events = 0

/** An event about an intent, as Stripe shapes them. */
export function eventFor(intentId: string, type: string, object: Json = {}, more: Json = {}): Json {
  events += 1
  return {
    id: `evt_1StoryOfTests${events}`,
    object: 'event',
    type,
    created: 1_780_000_000 + events,
    livemode: false,
    data: {
      object: {
        id: 'cs_test_a1StoryOfTests1234',
        object: 'checkout.session',
        client_reference_id: intentId,
        metadata: { checkout_intent_id: intentId },
        payment_intent: 'pi_3StoryOfTests12345',
        customer: 'cus_StoryOfTests12',
        ...object,
      },
    },
    ...more,
  }
}

export async function pay(gateway: TestGateway, intentId: string): Promise<Json> {
  return jsonOf(
    await gateway.deliver(eventFor(intentId, 'checkout.session.completed', { payment_status: 'paid' })),
  )
}

/** The public state of an intent; null when there is none. */
export async function stateOf(gateway: TestGateway, intentId: string): Promise<Json | null> {
  const { contract, get } = gateway
  const query = new URLSearchParams({ checkoutIntentId: intentId })
  const { checkout } = await jsonOf(await get(`${contract.routes.decisions}?${query.toString()}`))
  return isFields(checkout) ? checkout : null
}

/** Records the first seeded decision; `more` replaces members. */
export async function decide(gateway: TestGateway, intentId: string, more: Json = {}): Promise<Response> {
  const { contract, post } = gateway
  const state = await stateOf(gateway, intentId)
  return post(contract.routes.decisions, {
    checkoutIntentId: intentId,
    decisionKind: contract.decisions[0]?.decisionKind,
    confirmationText: contract.texts.decision,
    idempotencyKey: `decision-${intentId}`,
    expectedCheckoutUpdatedAt: state?.['updatedAt'] ?? 1,
    ...more,
  })
}

export async function click(gateway: TestGateway, more: Json = {}): Promise<Response> {
  const { contract, post } = gateway
  const { referralLinkId, destinationRoute } = contract.referralLinks.eligible
  events += 1
  return post(contract.routes.clicks, {
    referralLinkId,
    destinationRoute,
    idempotencyKey: `click-${events}`,
    ...more,
  })
}

export async function clicked(gateway: TestGateway, more: Json = {}): Promise<string> {
  return text(await jsonOf(await click(gateway, more)), 'referralClickId')
}

export async function commission(gateway: TestGateway, intentId: string, more: Json = {}): Promise<Response> {
  const { contract, post } = gateway
  return post(contract.routes.ledger, {
    checkoutIntentId: intentId,
    confirmationText: contract.texts.ledger,
    idempotencyKey: `ledger-${intentId}`,
    ...more,
  })
}

/** The public entry of a paid, attributed intent. */
export async function ledgered(gateway: TestGateway): Promise<Json> {
  const intentId = await started(gateway, { referralClickId: await clicked(gateway) })
  await pay(gateway, intentId)
  return member(await jsonOf(await commission(gateway, intentId)), 'commissionLedger')
}

export async function ownerAct(
  gateway: TestGateway,
  entry: Json,
  more: Json = {},
  headers: Readonly<Record<string, string>> = { authorization: `Bearer ${gateway.ownerToken}` },
): Promise<Response> {
  const { contract, post } = gateway
  const body = {
    commissionLedgerId: entry['commissionLedgerId'],
    actionKind: 'mark_reviewed',
    confirmationText: contract.texts.owner,
    idempotencyKey: `owner-${(events += 1)}`,
    expectedUpdatedAt: entry['updatedAt'],
    ...more,
  }
  return post(contract.routes.ownerActions, body, headers)
}

function text(json: Json, name: string): string {
  const value = json[name]
  if (typeof value === 'string') return value
  throw new TypeError(`"${name}" is no text in ${JSON.stringify(json)}`)
}

export function member(json: Json, name: string): Json {
  const value = json[name]
  if (isFields(value)) return value
  throw new TypeError(`"${name}" is no object in ${JSON.stringify(json)}`)
}
