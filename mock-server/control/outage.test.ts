import { afterEach, expect, test } from 'vitest'
import { createMemoryStore } from '../store/memory.ts'
import { StoreUnavailable, type Store } from '../store/store.ts'
import { startSandbox, type Sandbox } from './sandbox.fixture.ts'

let gateway: Sandbox

afterEach(() => gateway.close())

interface Frail {
  readonly store: Store
  away: boolean
}

/** A store that can go away. */
function frailStore(): Frail {
  const inner = createMemoryStore()
  const frail: Frail = {
    away: false,
    store: {
      transaction: (work) => (frail.away ? gone() : inner.transaction(work)),
      read: (work) => (frail.away ? gone() : inner.read(work)),
      close: () => inner.close(),
    },
  }
  return frail
}

async function gone(): Promise<never> {
  throw new StoreUnavailable()
}

test('a store that is away is the same answer on control as on any route, and nothing is lost', async () => {
  const frail = frailStore()
  gateway = startSandbox({ store: frail.store })
  const { contract, origin } = gateway
  frail.away = true
  const routes = [`${contract.routes.decisions}?checkoutIntentId=x`, '/__control/intents', '/__control/state']
  for (const path of routes) {
    const answered = await gateway.fetch(new Request(origin + path))
    expect([path, answered.status, answered.headers.get('retry-after')]).toEqual([path, 503, '1'])
    expect(await answered.json()).toMatchObject({ ok: false, code: 'store_unavailable' })
  }
  frail.away = false
  expect((await gateway.ask('GET', '/__control/intents')).status).toBe(200)
})
