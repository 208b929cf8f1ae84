import { Stripe } from 'stripe'
import { beforeEach, describe, expect, it } from 'vitest'
import { createSession } from '../checkout-session.ts'
import { seededRandom } from '../ids.ts'
import { createSessions, type TwinSessions } from '../sessions.ts'
import type { DeliveryMode } from './deliver.ts'
import { createHostedPay, type HostedPay } from './hosted-pay.ts'

const secret = 'whsec_pay_page'
const start = 1_780_000_000_000

interface Received {
  readonly event: Stripe.Event
  readonly signature: string | null
  readonly payload: string
}

let clock: number
let sessions: TwinSessions
let pay: HostedPay
let received: Received[]
let answers: (number | 'broken')[]
let waits: number[]
let id: string

beforeEach(() => {
  clock = start
  received = []
  answers = []
  waits = []
  const random = seededRandom(11)
  sessions = createSessions(random)
  const params = {
    mode: 'payment',
    success_url: 'https://shop.example/done?i=1&session_id={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://shop.example/back',
    client_reference_id: 'intent-1',
    metadata: { checkout_intent_id: 'intent-1', note: '<b>"x"' },
    customer_email: '"><script>alert(1)</script>@example.test',
    line_items: [{ price: 'p', quantity: '1' }],
  }
  const context = {
    now: start / 1000,
    random,
    prices: { p: { unitAmount: 2800, currency: 'jpy' } },
    publicOrigin: undefined,
  }
  const session = createSession(params, context)
  sessions.add(session)
  id = session.id
  pay = createHostedPay({
    sessions,
    random,
    now: () => clock,
    webhook: {
      url: () => 'http://gateway.test/hook',
      secret,
      backoffMs: [1000, 5000],
      delayMs: 3000,
      wait: async (ms, signal) => {
        signal.throwIfAborted()
        waits.push(ms)
        clock += ms
      },
      fetch: async (request) => {
        const payload = await request.text()
        const event = JSON.parse(payload) as Stripe.Event
        received.push({ event, payload, signature: request.headers.get('stripe-signature') })
        const answer = answers.shift() ?? 200
        return answer === 'broken'
          ? Promise.reject(new TypeError('broken'))
          : new Response('', { status: answer })
      },
    },
  })
})

async function ask(
  method: 'GET' | 'POST',
  fields: Readonly<Record<string, string>> = {},
  session = id,
): Promise<Response> {
  const body = method === 'POST' ? { body: new URLSearchParams(fields) } : {}
  const response = await pay.fetch(new Request(`http://twin.test/c/pay/${session}`, { method, ...body }))
  await pay.settled()
  if (response === undefined) throw new Error('the pay page did not answer')
  return response
}

function press(action: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
  return ask('POST', { action, card: '4242424242424242', email: 'buyer@example.test', ...fields })
}

function types(): string[] {
  return received.map(({ event }) => event.type)
}

function sessionStates(): readonly (readonly [string, unknown])[] {
  return received
    .map(({ event }) => event)
    .filter((event) => event.type.startsWith('checkout.session.'))
    .map((event) => [
      event.type.slice('checkout.session.'.length),
      Reflect.get(event.data.object, 'payment_status'),
    ])
}

describe('the pay page', () => {
  it('shows the amount and the choices, and no markup of the session’s', async () => {
    const response = await ask('GET')
    const text = await response.text()
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
    expect(text).toContain('¥2,800')
    expect(text).not.toContain('<script>')
    for (const action of ['pay', 'pay_later', 'pay_later_fail', 'expire', 'abandon']) {
      expect(text).toContain(`value="${action}"`)
    }
  })

  it('answers for its own paths only, and for unknown, closed and unreadable asks', async () => {
    expect(await pay.fetch(new Request('http://twin.test/v1/balance'))).toBeUndefined()
    expect((await ask('GET', {}, 'cs_test_none')).status).toBe(404)
    expect((await press('steal')).status).toBe(400)
    sessions.expire(id)
    expect((await ask('GET')).status).toBe(410)
    expect((await press('pay')).status).toBe(410)
    expect(received).toEqual([])
  })
})

describe('paying', () => {
  it('sends signed events and leads back to the shop', async () => {
    const response = await press('pay')
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`https://shop.example/done?i=1&session_id=${id}`)
    expect(types()).toEqual(['charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed'])
    for (const { payload, signature } of received) {
      Stripe.webhooks.constructEvent(payload, signature ?? '', secret, 300, undefined, clock)
    }
    expect(received[2]?.event.data.object).toMatchObject({
      id,
      status: 'complete',
      payment_status: 'paid',
      client_reference_id: 'intent-1',
      metadata: { checkout_intent_id: 'intent-1' },
      amount_total: 2800,
    })
    expect(sessions.get(id)).toMatchObject({ status: 'complete', payment_status: 'paid' })
  })

  it.each([
    ['pay_later', 'async_payment_succeeded', 'paid'],
    ['pay_later_fail', 'async_payment_failed', 'unpaid'],
  ])('%s completes unpaid, and later sends %s', async (action, type, status) => {
    await press(action)
    expect(sessionStates()).toEqual([
      ['completed', 'unpaid'],
      [type, status],
    ])
    expect(waits).toEqual([3000])
    expect(sessions.get(id)?.payment_status).toBe(status)
  })

  it('can expire the session or abandon it', async () => {
    const left = await press('abandon')
    expect(left.headers.get('location')).toBe('https://shop.example/back')
    expect(received).toEqual([])
    await press('expire')
    expect(sessionStates()).toEqual([['expired', 'unpaid']])
  })

  it.each([
    ['4000000000000002', /declined/],
    ['4000000000009995', /insufficient funds/],
  ])('a failing card %s leaves the session open', async (card, words) => {
    const response = await press('pay', { card })
    expect(response.status).toBe(402)
    expect(await response.text()).toMatch(words)
    expect(types()).toEqual(['payment_intent.payment_failed'])
    expect(sessions.get(id)?.status).toBe('open')
    expect((await press('pay')).status).toBe(303)
  })

  it('asks for 3-D Secure, which can be completed or failed', async () => {
    const challenge = await press('pay', { card: '4000002500003155' })
    expect(await challenge.text()).toMatch(/value="authenticate"/)
    expect(received).toEqual([])
    expect((await press('fail_authentication')).status).toBe(402)
    expect(sessions.get(id)?.status).toBe('open')
    expect((await press('authenticate')).status).toBe(303)
    expect(types().at(-1)).toBe('checkout.session.completed')
  })
})

describe('delivery', () => {
  async function payWith(delivery: DeliveryMode): Promise<Received[]> {
    await press('pay', { delivery })
    return received
  }

  it('tries again with growing pauses, signed anew, until the webhook takes it', async () => {
    answers = [200, 200, 500, 'broken', 200]
    await payWith('normal')
    expect(pay.attempts.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 200],
      [1, 200],
      [1, 500],
      [2, undefined],
      [3, 200],
    ])
    expect(waits).toEqual([1000, 5000])
    const [, , first, , last] = received
    expect(last?.event.id).toBe(first?.event.id)
    expect(last?.signature).not.toBe(first?.signature)
  })

  it('gives up after the last pause', async () => {
    answers = [200, 200, 500, 500, 500]
    await payWith('normal')
    expect(pay.attempts).toHaveLength(5)
  })

  it('duplicates with the same id', async () => {
    const ids = (await payWith('duplicated')).map(({ event }) => event.id)
    expect(ids).toHaveLength(6)
    expect(new Set(ids).size).toBe(3)
  })

  it('reorders, also what comes later', async () => {
    await payWith('reordered')
    expect(types()[0]).toBe('checkout.session.completed')
  })

  it('reorders a delayed payment', async () => {
    await press('pay_later', { delivery: 'reordered' })
    expect(sessionStates()).toEqual([
      ['async_payment_succeeded', 'paid'],
      ['completed', 'unpaid'],
    ])
  })

  it('delays', async () => {
    await payWith('delayed')
    expect(waits).toEqual([3000])
    expect(received).toHaveLength(3)
  })

  it('drops', async () => {
    expect(await payWith('dropped')).toEqual([])
    expect(sessions.get(id)?.payment_status).toBe('paid')
  })

  it('leaves the signature out', async () => {
    expect((await payWith('unsigned')).map(({ signature }) => signature)).toEqual([null, null, null])
  })

  it('signs an hour ago', async () => {
    const [first] = await payWith('stale')
    expect(first?.signature).toMatch(new RegExp(`^t=${start / 1000 - 3600},`))
  })

  it('names another checkout everywhere', async () => {
    const objects = (await payWith('wrong_intent')).map(({ payload }) => payload)
    expect(objects).toHaveLength(3)
    for (const payload of objects) expect(payload).not.toContain('intent-1')
  })

  it('gives up what is under way when it closes', async () => {
    const never = createHostedPay({
      sessions,
      random: seededRandom(1),
      now: () => clock,
      webhook: {
        url: () => 'http://gateway.test/hook',
        secret,
        fetch: async () => new Response('', { status: 500 }),
      },
    })
    const body = new URLSearchParams({ action: 'pay', card: '4242424242424242' })
    await never.fetch(new Request(`http://twin.test/c/pay/${id}`, { method: 'POST', body }))
    await never.close()
    expect(never.attempts.length).toBeLessThan(3)
  })
})
