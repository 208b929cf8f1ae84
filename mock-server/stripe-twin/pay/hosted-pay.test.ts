import { Stripe } from 'stripe'
import { beforeEach, describe, expect, it } from 'vitest'
import { createPayWorld, secret, type PayWorld } from './pay-world.fixture.ts'

let world: PayWorld

beforeEach(() => {
  world = createPayWorld()
})

describe('the pay page', () => {
  it('shows the amount and the choices, and no markup of the session’s', async () => {
    const response = await world.ask('GET')
    const text = await response.text()
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
    expect(text).toContain('¥2,800')
    expect(text).not.toContain('<script>')
    for (const action of ['pay', 'pay_later', 'pay_later_fail', 'expire', 'abandon']) {
      expect(text).toContain(`value="${action}"`)
    }
  })

  it('answers for its own paths only, and for unknown, closed and unreadable asks', async () => {
    expect(await world.pay.fetch(new Request('http://twin.test/v1/balance'))).toBeUndefined()
    expect((await world.ask('GET', {}, 'cs_test_none')).status).toBe(404)
    expect((await world.press('steal')).status).toBe(400)
    world.sessions.expire(world.id)
    expect((await world.ask('GET')).status).toBe(410)
    expect((await world.press('pay')).status).toBe(410)
    expect(world.received).toEqual([])
  })
})

describe('paying', () => {
  it('sends signed events and leads back to the shop', async () => {
    const response = await world.press('pay')
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`https://shop.example/done?i=1&session_id=${world.id}`)
    expect(world.types()).toEqual([
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ])
    for (const { payload, signature } of world.received) {
      Stripe.webhooks.constructEvent(payload, signature ?? '', secret, 300, undefined, world.clock.now)
    }
    expect(world.received[2]?.event.data.object).toMatchObject({
      id: world.id,
      status: 'complete',
      payment_status: 'paid',
      client_reference_id: 'intent-1',
      metadata: { checkout_intent_id: 'intent-1' },
      amount_total: 2800,
    })
    expect(world.sessions.get(world.id)).toMatchObject({ status: 'complete', payment_status: 'paid' })
  })

  it.each([
    ['pay_later', 'async_payment_succeeded', 'paid'],
    ['pay_later_fail', 'async_payment_failed', 'unpaid'],
  ])('%s completes unpaid, and later sends %s', async (action, type, status) => {
    await world.press(action)
    expect(world.sessionStates()).toEqual([
      ['completed', 'unpaid'],
      [type, status],
    ])
    expect(world.waits).toEqual([3000])
    expect(world.sessions.get(world.id)?.payment_status).toBe(status)
  })

  it('can expire the session or abandon it', async () => {
    const left = await world.press('abandon')
    expect(left.headers.get('location')).toBe('https://shop.example/back')
    expect(world.received).toEqual([])
    await world.press('expire')
    expect(world.sessionStates()).toEqual([['expired', 'unpaid']])
  })

  it.each([
    ['4000000000000002', /declined/],
    ['4000000000009995', /insufficient funds/],
  ])('a failing card %s leaves the session open', async (card, words) => {
    const response = await world.press('pay', { card })
    expect(response.status).toBe(402)
    expect(await response.text()).toMatch(words)
    expect(world.types()).toEqual(['payment_intent.payment_failed'])
    expect(world.sessions.get(world.id)?.status).toBe('open')
    expect((await world.press('pay')).status).toBe(303)
  })

  it('keeps what was entered when a card fails, and says what was wrong', async () => {
    const entered = { card: '4000 0000 0000 9995', email: 'me@example.test', delivery: 'duplicated' }
    const text = await (await world.press('pay', entered)).text()
    expect(text).toContain('<title>Error: Pay ¥2,800</title>')
    expect(text).toMatch(/id="problem" role="alert"[^>]* autofocus/)
    expect(text).toMatch(/id="card"[^>]* aria-invalid="true"\s+aria-describedby="problem cards"/)
    expectEntries(text, entered)
    expect(await (await world.ask('GET')).text()).toMatch(/aria-invalid="false"/)
  })

  it('keeps what was entered over a 3-D Secure that fails', async () => {
    const entered = { card: '4000002500003155', email: 'me@example.test', delivery: 'delayed' }
    const challenge = await (await world.press('pay', entered)).text()
    const hidden = Object.fromEntries(
      [...challenge.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ) as Readonly<Record<string, string>>
    const failed = await world.ask('POST', { action: 'fail_authentication', ...hidden })
    expectEntries(await failed.text(), entered)
  })

  function expectEntries(text: string, entered: Readonly<Record<string, string>>): void {
    const inputs = [...text.matchAll(/<input[^>]* name="(\w+)"[^>]* value="([^"]*)"/g)]
    const chosen = /<option value="(\w+)" selected/.exec(text)?.[1]
    expect(
      Object.fromEntries([...inputs.map(([, name, value]) => [name, value]), ['delivery', chosen]]),
    ).toEqual(entered)
  }

  it.each([
    [
      'pay',
      'This checkout is paid already.',
      (id: string) => `https://shop.example/done?i=1&amp;session_id=${id}`,
    ],
    ['expire', 'This checkout session has expired. Nothing was paid.', () => 'https://shop.example/back'],
  ])('after "%s" its page says what became of it, and leads back', async (action, words, back) => {
    await world.press(action)
    const over = await world.ask('GET')
    expect(over.status).toBe(410)
    const text = await over.text()
    expect(text).toContain(words)
    expect(text).toContain(`href="${back(world.id)}"`)
  })

  it('asks for 3-D Secure, which can be completed or failed', async () => {
    const challenge = await world.press('pay', { card: '4000002500003155' })
    expect(await challenge.text()).toMatch(/value="authenticate"/)
    expect(world.received).toEqual([])
    expect((await world.press('fail_authentication')).status).toBe(402)
    expect(world.sessions.get(world.id)?.status).toBe('open')
    expect((await world.press('authenticate')).status).toBe(303)
    expect(world.types().at(-1)).toBe('checkout.session.completed')
  })
})

describe('time', () => {
  const day = 24 * 3600 * 1000

  it('leaves a session open for a day', async () => {
    world.clock.now += day - 1000
    expect((await world.ask('GET')).status).toBe(200)
    expect((await world.press('pay')).status).toBe(303)
    world.clock.now += day
    expect(world.sessions.get(world.id)?.status).toBe('complete')
  })

  it.each([
    ['its page is opened', () => world.ask('GET')],
    ['its page is submitted', () => world.press('pay')],
  ])('expires it when %s after that, and says so once', async (_, ask) => {
    world.clock.now += day
    expect((await ask()).status).toBe(410)
    expect((await ask()).status).toBe(410)
    expect(() => world.pay.press(world.id, 'pay')).toThrow('expired already')
    expect(world.sessionStates()).toEqual([['expired', 'unpaid']])
    expect(world.received[0]?.event).toMatchObject({
      created: world.clock.now / 1000,
      data: { object: { id: world.id, status: 'expired', url: null } },
    })
  })

  it('says nothing any more once it is closed', async () => {
    await world.pay.close()
    world.clock.now += day
    expect((await world.ask('GET')).status).toBe(410)
    expect(world.received).toEqual([])
  })
})

describe('a free order', () => {
  it.each(['pay', 'pay_later', 'pay_later_fail', 'authenticate', 'fail_authentication'])(
    '%s completes it at once, without a payment',
    async (action) => {
      world = createPayWorld({ unitAmount: 0 })
      expect((await world.press(action, { card: '4000000000000002' })).status).toBe(303)
      const free = { status: 'complete', payment_status: 'no_payment_required', payment_intent: null }
      expect(world.received.map(({ event }) => [event.type, event.data.object])).toMatchObject([
        ['checkout.session.completed', { ...free, amount_total: 0 }],
      ])
      expect(world.sessions.get(world.id)).toMatchObject(free)
    },
  )

  it('can expire', async () => {
    world = createPayWorld({ unitAmount: 0 })
    await world.press('expire')
    expect(world.types()).toEqual(['checkout.session.expired'])
  })
})
