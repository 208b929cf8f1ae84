import { beforeEach, describe, expect, it } from 'vitest'
import { seededRandom } from '../ids.ts'
import type { DeliveryMode } from './deliver.ts'
import { createHostedPay } from './hosted-pay.ts'
import { createPayWorld, secret, start, type PayWorld, type Received } from './pay-world.fixture.ts'

let world: PayWorld

beforeEach(() => {
  world = createPayWorld()
})

describe('delivery', () => {
  async function payWith(delivery: DeliveryMode): Promise<Received[]> {
    await world.press('pay', { delivery })
    return world.received
  }

  it('tries again with growing pauses, signed anew, until the webhook takes it', async () => {
    world.answers.push(200, 200, 500, 'broken', 200)
    await payWith('normal')
    expect(world.pay.attempts.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 200],
      [1, 200],
      [1, 500],
      [2, undefined],
      [3, 200],
    ])
    expect(world.waits).toEqual([1000, 5000])
    const [, , first, , last] = world.received
    expect(last?.event.id).toBe(first?.event.id)
    expect(last?.signature).not.toBe(first?.signature)
  })

  it('gives up after the last pause', async () => {
    world.answers.push(200, 200, 500, 500, 500)
    await payWith('normal')
    expect(world.pay.attempts).toHaveLength(5)
  })

  it('lets no event wait for another one that fails', async () => {
    world.answers.push(500)
    await payWith('normal')
    expect(world.types()).toEqual([
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
      'charge.succeeded',
    ])
  })

  it('lets no delayed payment wait for a completion that fails', async () => {
    world.answers.push(500, 500)
    await world.press('pay_later')
    expect(world.waits.slice(0, 2)).toContain(3000)
  })

  it.each(['unsigned', 'stale'] as const)('tries %s again, and lets nobody wait for it', async (delivery) => {
    let passed = (): void => undefined
    const time = new Promise<void>((resolve) => (passed = resolve))
    const pay = createHostedPay({
      ...{ sessions: world.sessions, random: seededRandom(1), now: () => world.clock.now },
      webhook: {
        ...{ url: () => 'http://gateway.test/hook', secret, backoffMs: [1000], wait: () => time },
        fetch: async () => new Response('', { status: 400 }),
      },
    })
    await pay.press(world.id, 'pay', { delivery }).delivered
    expect(pay.attempts.map(({ attempt }) => attempt)).toEqual([1, 1, 1])
    passed()
    await pay.settled()
    expect(pay.attempts.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 2, 2, 2])
  })

  it('duplicates with the same id', async () => {
    const ids = (await payWith('duplicated')).map(({ event }) => event.id)
    expect(ids).toHaveLength(6)
    expect(new Set(ids).size).toBe(3)
  })

  it('reorders, also what comes later', async () => {
    await payWith('reordered')
    expect(world.types()[0]).toBe('checkout.session.completed')
  })

  it('reorders a delayed payment', async () => {
    await world.press('pay_later', { delivery: 'reordered' })
    expect(world.sessionStates()).toEqual([
      ['async_payment_succeeded', 'paid'],
      ['completed', 'unpaid'],
    ])
  })

  it('delays', async () => {
    await payWith('delayed')
    expect(world.waits).toEqual([3000])
    expect(world.received).toHaveLength(3)
  })

  it('drops', async () => {
    expect(await payWith('dropped')).toEqual([])
    expect(world.sessions.get(world.id)?.payment_status).toBe('paid')
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
      sessions: world.sessions,
      random: seededRandom(1),
      now: () => world.clock.now,
      webhook: {
        url: () => 'http://gateway.test/hook',
        secret,
        fetch: async () => new Response('', { status: 500 }),
      },
    })
    const body = new URLSearchParams({ action: 'pay', card: '4242424242424242' })
    await never.fetch(new Request(`http://twin.test/c/pay/${world.id}`, { method: 'POST', body }))
    await never.close()
    expect(never.attempts.length).toBeLessThan(3)
  })
})
