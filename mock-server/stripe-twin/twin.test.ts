import type { Stripe } from 'stripe'
import { beforeEach, describe, expect, it } from 'vitest'
import { params, testKey, twinAtHand } from './twin.fixture.ts'
import { partitionHeader } from './twin.ts'

let here: ReturnType<typeof twinAtHand>
beforeEach(() => {
  here = twinAtHand()
})

describe('checkout sessions through the stripe package', () => {
  it('creates a session in Stripe’s form', async () => {
    const session = await here.stripe.checkout.sessions.create(params)
    expect(session.id).toMatch(/^cs_test_[0-9A-Za-z]{58}$/)
    expect(session.url).toMatch(new RegExp(`^https://checkout\\.stripe\\.com/c/pay/${session.id}#\\w+$`))
    expect(session).toMatchObject({
      amount_subtotal: 3700,
      amount_total: 3700,
      currency: 'eur',
      client_reference_id: 'intent-1',
      livemode: false,
      metadata: { checkout_intent_id: 'intent-1' },
      mode: 'payment',
      payment_intent: null,
      payment_status: 'unpaid',
      status: 'open',
      created: here.start / 1000,
      expires_at: here.start / 1000 + 86_400,
    })
    expect(session.lastResponse.requestId).toMatch(/^req_\w{14}$/)
  })

  it('reads, lists and expires it, once', async () => {
    const { id } = await here.stripe.checkout.sessions.create(params)
    expect((await here.stripe.checkout.sessions.retrieve(id)).status).toBe('open')
    expect((await here.stripe.checkout.sessions.list()).data.map((session) => session.id)).toEqual([id])
    expect(await here.stripe.checkout.sessions.expire(id)).toMatchObject({ status: 'expired', url: null })
    await expect(here.stripe.checkout.sessions.expire(id)).rejects.toThrow(/status expired/)
    await expect(here.stripe.checkout.sessions.retrieve('cs_test_none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    })
  })

  it('expires it a day after its creation', async () => {
    const { id } = await here.stripe.checkout.sessions.create(params)
    here.advance(86_400_000 - 1)
    expect((await here.stripe.checkout.sessions.retrieve(id)).status).toBe('open')
    here.advance(1)
    expect(await here.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'expired', url: null })
    expect(() => here.twin.sessions.complete(id, 'paid')).toThrow(/status expired/)
  })

  it('goes by the clock of the partition that it is in', async () => {
    const clocks = new Map([['ahead/0', 2_000_000_000]])
    here = twinAtHand({ clockOf: (partition) => (clocks.get(partition ?? '') ?? 1_900_000_000) * 1000 })
    const asked = async (path: string, body?: string) => {
      const method = body === undefined ? 'GET' : 'POST'
      const headers = { authorization: `Bearer ${testKey}`, [partitionHeader]: 'ahead/0' }
      const form = { 'content-type': 'application/x-www-form-urlencoded' }
      const init =
        body === undefined ? { method, headers } : { method, headers: { ...headers, ...form }, body }
      const answered = await here.twin.fetch(
        new Request(`http://twin.test/v1/checkout/sessions${path}`, init),
      )
      return (await answered.json()) as Stripe.Checkout.Session
    }
    const mine = await here.stripe.checkout.sessions.create(params)
    const theirs = await asked('', 'mode=setup&success_url=https://shop.example/done')
    expect([mine.created, theirs.created]).toEqual([1_900_000_000, 2_000_000_000])
    clocks.set('ahead/0', 2_000_086_400)
    expect((await asked(`/${theirs.id}`)).status).toBe('expired')
    expect((await here.stripe.checkout.sessions.retrieve(mine.id)).status).toBe('open')
  })

  it.each([
    ['mode', { ...params, mode: undefined }],
    ['success_url', { ...params, success_url: undefined }],
    ['success_url', { ...params, success_url: 'javascript:alert(1)' }],
    ['line_items', { ...params, line_items: undefined }],
    ['line_items[0][price]', { ...params, line_items: [{ price: 'price_unknown' }] }],
    [
      'line_items',
      {
        ...params,
        line_items: [
          { price: 'price_known' },
          { price_data: { currency: 'usd', unit_amount: 1, product_data: { name: 'x' } } },
        ],
      },
    ],
  ])('refuses a bad %s', async (param, bad) => {
    const sent = here.stripe.checkout.sessions.create(bad as Stripe.Checkout.SessionCreateParams)
    await expect(sent).rejects.toMatchObject({ statusCode: 400, param })
    expect(here.twin.sessions.all()).toEqual([])
  })

  it('puts the pay page under a public origin when told so', async () => {
    here = twinAtHand({ publicOrigin: 'http://127.0.0.1:4010' })
    const { id, url } = await here.stripe.checkout.sessions.create({
      ...params,
      line_items: params.line_items.slice(0, 1),
    })
    expect(url).toBe(`http://127.0.0.1:4010/c/pay/${id}`)
  })
})

describe('idempotency', () => {
  const idempotencyKey = 'key-1'

  it('replays the first answer and says so', async () => {
    const first = await here.stripe.checkout.sessions.create(params, { idempotencyKey })
    const again = await here.stripe.checkout.sessions.create(params, { idempotencyKey })
    expect(again.id).toBe(first.id)
    expect(new Headers(first.lastResponse.headers).get('idempotent-replayed')).toBeNull()
    expect(new Headers(again.lastResponse.headers).get('idempotent-replayed')).toBe('true')
    expect(here.twin.sessions.all()).toHaveLength(1)
    expect(here.twin.calls.map((call) => call.idempotencyKey)).toEqual([idempotencyKey, idempotencyKey])
  })

  it('refuses the key for other parameters or another path', async () => {
    await here.stripe.checkout.sessions.create(params, { idempotencyKey })
    const changed = here.stripe.checkout.sessions.create(
      { ...params, client_reference_id: 'other' },
      { idempotencyKey },
    )
    await expect(changed).rejects.toMatchObject({ statusCode: 400, type: 'StripeIdempotencyError' })
    await expect(here.stripe.customers.create({}, { idempotencyKey })).rejects.toMatchObject({
      statusCode: 400,
    })
  })

  it('binds keys to their account, forgets them after a day, and does not keep a failed validation', async () => {
    await expect(
      here.stripe.checkout.sessions.create({ ...params, line_items: [] }, { idempotencyKey }),
    ).rejects.toThrow()
    const first = await here.stripe.checkout.sessions.create(params, { idempotencyKey })
    const foreign = await here.client('sk_test_other').checkout.sessions.create(params, { idempotencyKey })
    expect(foreign.id).not.toBe(first.id)
    here.advance(25 * 3_600_000)
    const later = await here.stripe.checkout.sessions.create(params, { idempotencyKey })
    expect(later.id).not.toBe(first.id)
  })

  it('gives one session to a race of one key', async () => {
    const race = Array.from({ length: 20 }, () =>
      here.stripe.checkout.sessions.create(params, { idempotencyKey }),
    )
    expect(new Set((await Promise.all(race)).map(({ id }) => id)).size).toBe(1)
  })
})

describe('what a buyer does', () => {
  it('moves the session on', async () => {
    const { id } = await here.stripe.checkout.sessions.create(params)
    expect(here.twin.sessions.complete(id, 'unpaid', 'buyer@example.test')).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      url: null,
      customer_details: { email: 'buyer@example.test' },
    })
    expect(here.twin.sessions.settle(id, true)).toMatchObject({ payment_status: 'paid' })
    expect(() => here.twin.sessions.expire(id)).toThrow(/status complete/)
    expect((await here.stripe.checkout.sessions.retrieve(id)).payment_intent).toMatch(/^pi_\w{24}$/)
  })
})
