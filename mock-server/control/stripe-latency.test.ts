import { afterEach, expect, test, vi } from 'vitest'
import { jsonOf, start } from '../testing/story.ts'
import { startSandbox, type Sandbox } from './sandbox.fixture.ts'

let gateway: Sandbox

afterEach(async () => {
  vi.useRealTimers()
  await gateway.close()
})

test('a Stripe that is slower than its client is patient fails the start when the patience ends', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  gateway = startSandbox()
  gateway.control.fail({ route: 'stripe', kind: 'latency', ms: 60_000 })
  const starting = start(gateway)
  // The patience of `createStripeClient`, and much less than what was scripted.
  await vi.advanceTimersByTimeAsync(8_000)
  expect(await jsonOf(await starting)).toMatchObject({ code: 'stripe_checkout_error' })
  expect(gateway.twin.calls).toEqual([])
  expect(gateway.control.journal({ kind: 'twin' })).toMatchObject([{ outcome: 'broken', status: null }])
})
