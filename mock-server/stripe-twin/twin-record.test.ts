import { beforeEach, describe, expect, it } from 'vitest'
import { params, testKey, twinAtHand } from './twin.fixture.ts'

let here: ReturnType<typeof twinAtHand>
beforeEach(() => {
  here = twinAtHand()
})

describe('the record', () => {
  it('tells operations, keys and hosts, and never holds the key', async () => {
    const key = testKey
    await here.stripe.checkout.sessions.create(params)
    here.advance(5)
    await here.stripe.paymentIntents.create({ amount: 19_900, currency: 'usd', confirm: true })
    await here.twin.fetch(new Request('http://127.0.0.1:1/v1/balance'))
    expect(here.twin.calls).toMatchObject([
      {
        n: 1,
        at: here.start,
        operation: 'checkout.sessions.create',
        mutating: true,
        keyMode: 'test',
        status: 200,
      },
      { n: 2, at: here.start + 5, operation: 'payment_intents.create', host: 'api.stripe.com', status: 200 },
      {
        n: 3,
        operation: 'balance.retrieve',
        mutating: false,
        keyMode: 'none',
        host: '127.0.0.1:1',
        status: 401,
      },
    ])
    expect(here.twin.calls[1]?.params).toEqual({ amount: '19900', currency: 'usd', confirm: 'true' })
    expect(here.twin.calls[0]?.authorizationDigest).toBe(here.twin.calls[1]?.authorizationDigest)
    expect(JSON.stringify(here.twin.calls)).not.toContain(key)
  })

  it('refuses and records live and malformed keys', async () => {
    for (const key of ['sk_live_4eC39HqLyjWDarjtT1zdp7dc', 'rk_live_abc', 'whatever']) {
      await expect(here.client(key).customers.create({})).rejects.toMatchObject({ statusCode: 401 })
    }
    const basic = { authorization: `Basic ${btoa('sk_live_secret:')}` }
    const refused = await here.twin.fetch(
      new Request('https://api.stripe.com/v1/customers', { headers: basic }),
    )
    expect(await refused.text()).toMatch(/Live API keys are refused/)
    expect(here.twin.calls.map(({ keyMode }) => keyMode)).toEqual(['live', 'live', 'malformed', 'live'])
    expect(JSON.stringify(here.twin.calls)).not.toMatch(/sk_live_|rk_live_/)
  })

  it('lets a faulty caller go on through operations that it does not model', async () => {
    const intent = await here.stripe.paymentIntents.create({ amount: 1, currency: 'usd', confirm: true })
    expect(intent).toMatchObject({
      object: 'payment_intent',
      amount: 1,
      livemode: false,
      status: 'succeeded',
    })
    expect(intent.id).toMatch(/^pi_\w{24}$/)
    const captured = await here.stripe.paymentIntents.capture(intent.id)
    expect(captured).toMatchObject({ id: intent.id, object: 'payment_intent' })
    expect(await here.stripe.customers.del('cus_1')).toMatchObject({
      id: 'cus_1',
      object: 'customer',
      deleted: true,
    })
    expect((await here.stripe.charges.list()).data).toEqual([])
    await here.stripe.v2.billing.meterEvents.create({ event_name: 'x', payload: { value: '1' } })
    expect(here.twin.calls.at(-1)).toMatchObject({
      operation: 'v2.billing.meter_events.create',
      mutating: true,
    })
  })

  it('answers 404 to what Stripe does not have and counts it as mutating', async () => {
    const headers = { authorization: 'Bearer sk_test_abc' }
    const asked = new Request('http://127.0.0.1:1/v1/steal', { method: 'POST', headers, body: 'a=1' })
    const response = await here.twin.fetch(asked)
    expect(response.status).toBe(404)
    expect(here.twin.calls[0]).toMatchObject({
      operation: undefined,
      mutating: true,
      status: 404,
      params: { a: '1' },
    })
  })

  it('survives a path that cannot be decoded and a body that breaks off', async () => {
    const headers = { authorization: 'Bearer sk_test_abc' }
    const crooked = await here.twin.fetch(new Request('http://x/v1/checkout/sessions/%E0%A4%A', { headers }))
    expect(crooked.status).toBe(400)
    const body = new ReadableStream({
      start: (controller) => {
        controller.error(new Error('broken'))
      },
    })
    const broken = new Request('http://x/v1/refunds', { method: 'POST', headers, body, duplex: 'half' })
    expect((await here.twin.fetch(broken)).status).toBe(200)
    expect(here.twin.calls).toHaveLength(2)
  })

  it('tells listeners until they leave, and forgets on reset', async () => {
    const seen: (string | undefined)[] = []
    const stop = here.twin.onCall((call) => seen.push(call.operation))
    await here.stripe.checkout.sessions.create(params)
    stop()
    await here.stripe.balance.retrieve()
    expect(seen).toEqual(['checkout.sessions.create'])
    here.twin.reset()
    expect(here.twin.calls).toEqual([])
    expect(here.twin.sessions.all()).toEqual([])
  })

  it('fails every session while it is told to, keeps none of them, and then goes on', async () => {
    const { stripe, twin } = here
    const idempotencyKey = 'key-while-failing'
    const stop = twin.failSessions({
      status: 500,
      body: { error: { type: 'api_error', message: 'Not now.' } },
    })
    await expect(stripe.checkout.sessions.create(params, { idempotencyKey })).rejects.toThrow('Not now.')
    expect((await stripe.customers.create({})).object).toBe('customer')
    stop()
    expect((await stripe.checkout.sessions.create(params, { idempotencyKey })).status).toBe('open')
    expect(twin.sessions.all()).toHaveLength(1)
    expect(twin.calls.map(({ status }) => status)).toEqual([500, 200, 200])

    twin.failSessions({ status: 503, body: '<h1>Not here.</h1>' })
    twin.reset()
    expect((await stripe.checkout.sessions.create(params)).status).toBe('open')
  })

  it('keeps no more than it is told to, the newest', async () => {
    here = twinAtHand({ keep: 2 })
    const idempotencyKeys = ['first', 'second', 'third']
    const ids: string[] = []
    for (const idempotencyKey of idempotencyKeys) {
      const line_items = params.line_items.slice(0, 1)
      ids.push((await here.stripe.checkout.sessions.create({ ...params, line_items }, { idempotencyKey })).id)
    }
    expect(here.twin.calls.map(({ n }) => n)).toEqual([2, 3])
    expect(here.twin.sessions.all().map(({ id }) => id)).toEqual(ids.slice(1))
    expect(here.twin.sessions.get(ids[0] ?? '')).toBeUndefined()
  })
})
