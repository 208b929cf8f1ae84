import { Stripe } from 'stripe'
import { beforeEach, describe, expect, it } from 'vitest'
import { seededRandom } from './ids.ts'
import { createStripeTwin, type StripeTwin } from './twin.ts'

const start = 1_780_000_000_000
let clock = start
let twin: StripeTwin
let stripe: Stripe

function client(key: string): Stripe {
  return new Stripe(key, {
    httpClient: Stripe.createFetchHttpClient((input, init) => twin.fetch(new Request(input, init))),
    maxNetworkRetries: 0,
  })
}

const params = {
  mode: 'payment',
  success_url: 'https://shop.example/done?session_id={CHECKOUT_SESSION_ID}',
  client_reference_id: 'intent-1',
  metadata: { checkout_intent_id: 'intent-1' },
  line_items: [
    { quantity: 2, price_data: { currency: 'EUR', unit_amount: 900, product_data: { name: 'Ä pass' } } },
    { quantity: 1, price: 'price_known' },
  ],
} satisfies Stripe.Checkout.SessionCreateParams

beforeEach(() => {
  clock = start
  twin = createStripeTwin({
    now: () => clock,
    random: seededRandom(3),
    prices: { price_known: { unitAmount: 1900, currency: 'eur' } },
  })
  stripe = client('sk_test_4eC39HqLyjWDarjtT1zdp7dc')
})

describe('checkout sessions through the stripe package', () => {
  it('creates a session in Stripe’s form', async () => {
    const session = await stripe.checkout.sessions.create(params)
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
      created: start / 1000,
      expires_at: start / 1000 + 86_400,
    })
    expect(session.lastResponse.requestId).toMatch(/^req_\w{14}$/)
  })

  it('reads, lists and expires it, once', async () => {
    const { id } = await stripe.checkout.sessions.create(params)
    expect((await stripe.checkout.sessions.retrieve(id)).status).toBe('open')
    expect((await stripe.checkout.sessions.list()).data.map((session) => session.id)).toEqual([id])
    expect(await stripe.checkout.sessions.expire(id)).toMatchObject({ status: 'expired', url: null })
    await expect(stripe.checkout.sessions.expire(id)).rejects.toThrow(/status expired/)
    await expect(stripe.checkout.sessions.retrieve('cs_test_none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    })
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
    const sent = stripe.checkout.sessions.create(bad as Stripe.Checkout.SessionCreateParams)
    await expect(sent).rejects.toMatchObject({ statusCode: 400, param })
    expect(twin.sessions.all()).toEqual([])
  })

  it('puts the pay page under a public origin when told so', async () => {
    twin = createStripeTwin({ publicOrigin: 'http://127.0.0.1:4010' })
    const { id, url } = await stripe.checkout.sessions.create({
      ...params,
      line_items: params.line_items.slice(0, 1),
    })
    expect(url).toBe(`http://127.0.0.1:4010/c/pay/${id}`)
  })
})

describe('idempotency', () => {
  const idempotencyKey = 'key-1'

  it('replays the first answer and says so', async () => {
    const first = await stripe.checkout.sessions.create(params, { idempotencyKey })
    const again = await stripe.checkout.sessions.create(params, { idempotencyKey })
    expect(again.id).toBe(first.id)
    expect(new Headers(first.lastResponse.headers).get('idempotent-replayed')).toBeNull()
    expect(new Headers(again.lastResponse.headers).get('idempotent-replayed')).toBe('true')
    expect(twin.sessions.all()).toHaveLength(1)
    expect(twin.calls.map((call) => call.idempotencyKey)).toEqual([idempotencyKey, idempotencyKey])
  })

  it('refuses the key for other parameters or another path', async () => {
    await stripe.checkout.sessions.create(params, { idempotencyKey })
    const changed = stripe.checkout.sessions.create(
      { ...params, client_reference_id: 'other' },
      { idempotencyKey },
    )
    await expect(changed).rejects.toMatchObject({ statusCode: 400, type: 'StripeIdempotencyError' })
    await expect(stripe.customers.create({}, { idempotencyKey })).rejects.toMatchObject({ statusCode: 400 })
  })

  it('binds keys to their account, forgets them after a day, and does not keep a failed validation', async () => {
    await expect(
      stripe.checkout.sessions.create({ ...params, line_items: [] }, { idempotencyKey }),
    ).rejects.toThrow()
    const first = await stripe.checkout.sessions.create(params, { idempotencyKey })
    const foreign = await client('sk_test_other').checkout.sessions.create(params, { idempotencyKey })
    expect(foreign.id).not.toBe(first.id)
    clock += 25 * 3_600_000
    const later = await stripe.checkout.sessions.create(params, { idempotencyKey })
    expect(later.id).not.toBe(first.id)
  })

  it('gives one session to a race of one key', async () => {
    const race = Array.from({ length: 20 }, () => stripe.checkout.sessions.create(params, { idempotencyKey }))
    expect(new Set((await Promise.all(race)).map(({ id }) => id)).size).toBe(1)
  })
})

describe('what a buyer does', () => {
  it('moves the session on', async () => {
    const { id } = await stripe.checkout.sessions.create(params)
    expect(twin.sessions.complete(id, 'unpaid', 'buyer@example.test')).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      url: null,
      customer_details: { email: 'buyer@example.test' },
    })
    expect(twin.sessions.settle(id, true)).toMatchObject({ payment_status: 'paid' })
    expect(() => twin.sessions.expire(id)).toThrow(/status complete/)
    expect((await stripe.checkout.sessions.retrieve(id)).payment_intent).toMatch(/^pi_\w{24}$/)
  })
})
