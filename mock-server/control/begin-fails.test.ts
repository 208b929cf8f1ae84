import { afterEach, expect, test } from 'vitest'
import { createMemoryStore } from '../store/memory.ts'
import { StoreUnavailable, type Store } from '../store/store.ts'
import { started, stateOf } from '../testing/story.ts'
import { startSandbox, type Sandbox } from './sandbox.fixture.ts'

let gateway: Sandbox

afterEach(() => gateway.close())

test('a reset or restore that the store refuses leaves clock, defects, ids, failures and payments as they were', async () => {
  const inner = createMemoryStore()
  let away = false
  const store: Store = {
    ...inner,
    transaction: (work) => (away ? Promise.reject(new StoreUnavailable()) : inner.transaction(work)),
  }
  let passed = (): void => undefined
  const time = new Promise<void>((resolve) => (passed = resolve))
  gateway = startSandbox({ store }, { wait: () => time })
  const { control } = gateway
  await control.reset({ idSeed: 'kept' })
  const checkoutIntentId = await started(gateway, { idempotencyKey: 'k' })
  const { snapshotId } = await control.snapshot()
  control.fail({ route: 'source-data', kind: 'drop' })
  control.setDefects({ only: ['email-masked'] })
  const clock = control.setClock({ to: control.clock().now + 600, frozen: true })
  const paying = control.pay({ checkoutIntentId, action: 'pay_later' })

  away = true
  await expect(control.reset()).rejects.toThrow(StoreUnavailable)
  await expect(control.restore({ snapshotId })).rejects.toThrow(StoreUnavailable)
  away = false
  expect(control.clock()).toEqual(clock)
  expect(control.defects().filter(({ on }) => on)).toMatchObject([{ id: 'email-masked' }])

  passed()
  expect(await paying).toMatchObject({ checkout: { status: 'paid' } })
  expect(control.failures()).toHaveLength(1)
  // The same world still: the twin knows the key again, and ids go on from the seed.
  expect(await started(gateway, { idempotencyKey: 'k' })).toBe(checkoutIntentId)
  await started(gateway)
  await control.reset({ idSeed: 'kept' })
  expect(await started(gateway)).toBe(checkoutIntentId)
  expect(await stateOf(gateway, checkoutIntentId)).toMatchObject({ status: 'stripe_session_created' })
})
