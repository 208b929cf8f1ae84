import { setTimeout as sleep } from 'node:timers/promises'
import type { Contract } from '../../../contracts/contract.ts'
import { signEvent } from '../../testing/sign-event.ts'

type Body = Readonly<Record<string, unknown>>

/** A client of several replicas, and what it was told. */
export interface Client {
  /** By idempotency key: every id that an answer of 200 named. */
  readonly told: ReadonlyMap<string, ReadonlySet<string>>
  /** A confirmed start, sent again under its key until its session is there. */
  start(key: string): Promise<string>
  pay(checkoutIntentId: string): Promise<void>
  decide(checkoutIntentId: string, key: string): Promise<string>
}

/** A client as it should be: what is not answered, or with 503, it sends again under the same key. */
export function createClient(origin: string, contract: Contract, webhookSecret: string): Client {
  const { routes, texts, seed } = contract
  const told = new Map<string, Set<string>>()

  async function ask(path: string, init?: RequestInit): Promise<Body> {
    for (let round = 0; round < 60; round += 1) {
      const answer = await once(path, init)
      if (answer !== undefined) return answer
      await sleep(250)
    }
    throw new Error(`${path} is never answered`)
  }

  async function once(path: string, init?: RequestInit): Promise<Body | undefined> {
    let response: Response
    let body: unknown
    try {
      response = await fetch(`${origin}${path}`, init)
      body = await response.json()
    } catch {
      return undefined
    }
    if (response.status === 503) return undefined
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${JSON.stringify(body)}`)
    return fields(body)
  }

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  function keep(key: string, id: unknown): string {
    const ids = told.get(key) ?? new Set()
    told.set(key, ids.add(String(id)))
    return String(id)
  }

  return {
    told,
    async start(key) {
      for (let round = 0; round < 60; round += 1) {
        const body = await post(routes.checkout, { confirmationText: texts.checkout, idempotencyKey: key })
        const id = keep(key, body['checkoutIntentId'])
        if (body['status'] !== 'pending_stripe') return id
        await sleep(250)
      }
      throw new Error(`the start of ${key} never comes to its end`)
    },
    async pay(intent) {
      const object = { metadata: { checkout_intent_id: intent }, payment_status: 'paid' }
      const created = Math.floor(Date.now() / 1000)
      const event = { id: `evt_${intent}`, type: 'checkout.session.completed', created, data: { object } }
      const payload = JSON.stringify(event)
      const body = await post(routes.webhook, payload, {
        'stripe-signature': signEvent(payload, webhookSecret, created),
      })
      if (body['received'] !== true) throw new Error(`an event was not taken: ${JSON.stringify(body)}`)
    },
    async decide(checkoutIntentId, key) {
      const { checkout } = await ask(`${routes.decisions}?checkoutIntentId=${checkoutIntentId}`)
      const body = await post(routes.decisions, {
        checkoutIntentId,
        decisionKind: seed.postPurchaseDecisions.allowedDecisions[0]?.decisionKind,
        confirmationText: texts.decision,
        idempotencyKey: key,
        expectedCheckoutUpdatedAt: fields(checkout)['updatedAt'],
      })
      return keep(key, fields(body['decision'])['decisionId'])
    },
  }
}

function fields(value: unknown): Body {
  if (typeof value !== 'object' || value === null) throw new Error(`no object: ${JSON.stringify(value)}`)
  return { ...value }
}
