import { describe, expect, test } from 'vitest'
import { Client } from 'pg'
import { startTestGateway, type TestGateway } from '../../testing.ts'
import { StoreUnavailable } from '../store.ts'
import { key, raise } from '../transactions.fixture.ts'
import { databaseAtHand } from './database.fixture.ts'

const { open, address, server } = databaseAtHand()

/** Runs SQL beside the stores and, while `meanwhile` goes on, keeps the locks that it took. */
async function inDatabase(
  sql: string,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<void> {
  const client = new Client({ connectionString: address() })
  await client.connect()
  await client.query(`BEGIN; ${sql}`)
  await meanwhile()
  await client.query('COMMIT')
  await client.end()
}

describe('a database that fails', () => {
  test('is told as unavailable while it is away, and used again when it is back', async () => {
    const store = open()
    await raise(store, 'n')
    await server().pause()
    await expect(raise(store, 'n')).rejects.toThrow(StoreUnavailable)
    await expect(store.read((tx) => tx.keys.all())).rejects.toThrow(StoreUnavailable)
    await expect(open().ready()).rejects.toThrow(StoreUnavailable)
    await server().resume()
    await raise(store, 'n')
    expect((await store.read((tx) => tx.keys.get('n')))?.recordId).toBe('2')
  })

  test('fails the transaction that is under way when it goes, and undoes it', async () => {
    const store = open()
    const cut = store.transaction(async (tx) => {
      await tx.keys.add(key('a'))
      await server().pause()
      await tx.keys.add(key('b'))
    })
    await expect(cut).rejects.toThrow(StoreUnavailable)
    await server().resume()
    expect(await store.read((tx) => tx.keys.all())).toEqual([])
  })

  test('may hang: it is given up after a bounded time, and used again when it goes on', async () => {
    const store = open()
    await raise(store, 'n')
    await inDatabase('LOCK TABLE checkout_gateway.idempotency_keys IN ACCESS EXCLUSIVE MODE', async () => {
      await expect(raise(store, 'n')).rejects.toThrow(StoreUnavailable)
    })
    await raise(store, 'n')
    expect((await store.read((tx) => tx.keys.get('n')))?.recordId).toBe('2')
  })

  test('never has its password told', async () => {
    const wrong = open({ connectionString: address().replace(/:[^:@]+@/, ':not-the-password@') })
    const error: unknown = await wrong.ready().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(StoreUnavailable)
    expect(String(error)).toContain('28P01')
    expect(JSON.stringify(error) + String(error)).not.toContain('not-the-password')
  })

  test('may come back empty: the tables are made again', async () => {
    const store = open()
    await raise(store, 'n')
    await inDatabase('DROP SCHEMA checkout_gateway CASCADE')
    await expect(raise(store, 'n')).rejects.toThrow(StoreUnavailable)
    await raise(store, 'n')
    expect((await store.read((tx) => tx.keys.get('n')))?.recordId).toBe('1')
  })
})

describe('a gateway whose database fails', () => {
  interface Ask {
    readonly what: string
    send(this: void, gateway: TestGateway, intent: string): Promise<Response>
  }
  const decide = (gateway: TestGateway, checkoutIntentId: string) =>
    gateway.post(gateway.contract.routes.decisions, {
      checkoutIntentId,
      decisionKind: gateway.contract.seed.postPurchaseDecisions.allowedDecisions[0]?.decisionKind,
      confirmationText: gateway.contract.texts.decision,
      idempotencyKey: 'd',
      expectedCheckoutUpdatedAt: 1,
    })
  const asks: readonly Ask[] = [
    { what: 'the source data', send: ({ get, contract }) => get(contract.routes.sourceData) },
    { what: 'a start', send: (gateway) => start(gateway, 'another') },
    { what: 'the replay of a start', send: (gateway) => start(gateway, 'k') },
    {
      what: 'the redirect',
      send: ({ get, contract }, id) => get(`${contract.routes.checkout}/redirect/${id}`),
    },
    { what: 'a decision', send: decide },
    { what: 'an event', send: (gateway, id) => gateway.deliver(completed(id)) },
    {
      what: 'a page',
      send: ({ get, contract }, id) => get(`${contract.routes.success}?checkout_intent_id=${id}`),
    },
  ]

  test('answers 503 with the envelope, loses nothing, and goes on when the database is back', async () => {
    const gateway = startTestGateway({ store: open() })
    const started = await startedIntent(gateway, 'k')
    await server().pause()
    for (const { what, send } of asks) {
      const response = await send(gateway, started)
      expect(response.status, what).toBe(503)
      expect(response.headers.get('retry-after'), what).toBe('1')
      expect(await response.json(), what).toMatchObject({ ok: false, code: 'store_unavailable' })
    }
    expect((await gateway.get(gateway.contract.routes.checkout)).status).toBe(200)
    await server().resume()
    expect(await startedIntent(gateway, 'k')).toBe(started)
    expect((await gateway.deliver(completed(started))).status).toBe(200)
    const read = await gateway.get(`${gateway.contract.routes.decisions}?checkoutIntentId=${started}`)
    expect(await read.json()).toMatchObject({ checkout: { status: 'paid', eligible: true } })
    await gateway.close()
  })

  test('finishes a start that was cut off between Stripe and the database, with one session', async () => {
    let now = Date.now()
    let cut = true
    const { twin } = startTestGateway()
    const fetch = async (request: Request) => {
      const response = await twin.fetch(request)
      if (cut) await server().pause()
      cut = false
      return response
    }
    const stripe = { secretKey: 'sk_test_gateway000000000000', fetch }
    const gateway = startTestGateway({ store: open(), stripe, now: () => now })
    expect((await start(gateway, 'k')).status).toBe(503)
    await server().resume()
    now += 11_000
    const again: unknown = await (await start(gateway, 'k')).json()
    expect(again).toMatchObject({ status: 'stripe_session_created', duplicate: true })
    expect(twin.sessions.all()).toHaveLength(1)
    await gateway.close()
  })

  const start = ({ post, contract }: TestGateway, idempotencyKey: string) =>
    post(contract.routes.checkout, { confirmationText: contract.texts.checkout, idempotencyKey })

  async function startedIntent(gateway: TestGateway, idempotencyKey: string): Promise<string> {
    const body: unknown = await (await start(gateway, idempotencyKey)).json()
    expect(body).toMatchObject({ status: 'stripe_session_created' })
    return String(typeof body === 'object' && body !== null && Reflect.get(body, 'checkoutIntentId'))
  }

  function completed(intent: string) {
    return {
      id: `evt_${intent}`,
      type: 'checkout.session.completed',
      created: 1,
      data: { object: { metadata: { checkout_intent_id: intent }, payment_status: 'paid' } },
    }
  }
})
