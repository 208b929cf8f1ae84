import { afterEach, beforeEach, expect, test } from 'vitest'
import { started, stateOf } from '../testing/story.ts'
import { startSandbox, type Sandbox } from './sandbox.fixture.ts'

let gateway: Sandbox
let passed: () => void

/** A twin that tries again once, and waits until the test says that the time has passed. */
beforeEach(() => {
  const time = new Promise<void>((resolve) => (passed = resolve))
  const wait = (_ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('given up')))
      void time.then(resolve)
    })
  gateway = startSandbox({}, { wait, backoffMs: [1_000] })
})

afterEach(async () => {
  passed()
  await gateway.close()
})

async function timePasses(): Promise<void> {
  passed()
  await gateway.pay.settled()
}

const idSeed = 'the same ids'

test('a payment of before a reset does not pay the intent that has its id now', async () => {
  const { control } = gateway
  await control.reset({ idSeed })
  const checkoutIntentId = await started(gateway)
  await control.pay({ checkoutIntentId, action: 'pay_later', wait: false })
  await control.reset({ idSeed })
  expect(await started(gateway)).toBe(checkoutIntentId)
  await timePasses()
  expect(await stateOf(gateway, checkoutIntentId)).toMatchObject({ status: 'stripe_session_created' })
  expect(control.journal({ kind: 'webhook' })).toEqual([])
})

test('what is to be tried again is given up with its world', async () => {
  const { control } = gateway
  const checkoutIntentId = await started(gateway)
  control.fail({ route: 'webhook', kind: 'status', times: 3 })
  const paying = control.pay({ checkoutIntentId }).catch((error: unknown) => error)
  await expect.poll(() => control.journal({ kind: 'webhook', status: 503 })).toHaveLength(3)
  await control.reset()
  // Whoever waited for them learns that their intent has gone.
  expect(await paying).toMatchObject({ code: 'checkout_intent_not_found' })
  await timePasses()
  expect(control.journal({ kind: 'webhook' })).toEqual([])
})

test('a restored world is not changed by a payment of before', async () => {
  const { control } = gateway
  const checkoutIntentId = await started(gateway)
  const { snapshotId } = await control.snapshot()
  await control.pay({ checkoutIntentId, action: 'pay_later', wait: false })
  await control.restore({ snapshotId })
  await timePasses()
  expect(await stateOf(gateway, checkoutIntentId)).toMatchObject({ status: 'stripe_session_created' })
})

test('a namespace that was removed does not come back through an event of its own', async () => {
  const { control, pay } = gateway
  const checkoutIntentId = await started(gateway.at('gone'))
  await started(gateway.at('gone'))
  await control.in('gone').pay({ checkoutIntentId, action: 'pay_later', wait: false })
  await control.removeNamespace({ namespace: 'gone' })
  // Somebody still has a pay page of that world open.
  const open = gateway.twin.sessions.all().find(({ status }) => status === 'open')
  pay.press(open?.id ?? '', 'pay')
  await timePasses()
  expect(control.namespaces()).toEqual(['default'])
})

test('a reset leaves the payments of other worlds alone', async () => {
  const { control } = gateway
  const checkoutIntentId = await started(gateway.at('other'))
  const paying = control.in('other').pay({ checkoutIntentId, action: 'pay_later' })
  await expect.poll(() => control.in('other').journal({ kind: 'webhook' })).toHaveLength(1)
  await control.reset()
  passed()
  expect(await paying).toMatchObject({ checkout: { status: 'paid' } })
})
