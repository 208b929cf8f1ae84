import { afterEach, describe, expect, test, vi } from 'vitest'
import { startTestGateway } from '../testing.ts'
import { decide, jsonOf, pay, start, started, stateOf } from '../testing/story.ts'
import { paidBy, refusal, startSandbox, type Sandbox } from './sandbox.fixture.ts'

let gateway: Sandbox

afterEach(() => gateway.close())

describe('reset, snapshot and restore', () => {
  test('a reset empties the world and undoes what control did', async () => {
    gateway = startSandbox({ defects: ['price-missing'] })
    const { control } = gateway
    const intentId = await paidBy(gateway)
    control.setDefects({ only: ['email-masked'] })
    control.fail({ route: 'checkout', kind: 'drop', times: 3 })
    control.advance({ minutes: 10 })
    await control.reset()
    expect(await stateOf(gateway, intentId)).toBeNull()
    expect(control.failures()).toEqual([])
    expect(control.clock().offset).toBe(0)
    expect(control.defects().filter(({ on }) => on)).toMatchObject([{ id: 'price-missing' }])
    expect(control.journal().map(({ path }) => path)).toEqual([
      'reset',
      expect.stringContaining(gateway.contract.routes.decisions),
    ])
  })

  test('a seed gives the same ids again, and another seed others', async () => {
    gateway = startSandbox()
    const ids = async (idSeed: string) => {
      await gateway.control.reset({ idSeed })
      return [await started(gateway, { idempotencyKey: 'k' }), await started(gateway)]
    }
    const first = await ids('one')
    expect(new Set(first).size).toBe(2)
    expect(await ids('one')).toEqual(first)
    const other = await ids('two')
    expect(other).not.toContain(first[0])
    await gateway.control.reset()
    expect(await started(gateway)).not.toBe(first[0])
  })

  test('a start under a key of before the reset is a new one, at the twin too', async () => {
    gateway = startSandbox()
    const { control } = gateway
    await control.reset({ idSeed: 'same' })
    const before = await started(gateway, { idempotencyKey: 'k' })
    await control.expire({ checkoutIntentId: before })
    await control.reset({ idSeed: 'same' })
    expect(await started(gateway, { idempotencyKey: 'k' })).toBe(before)
    expect(await control.pay({ checkoutIntentId: before })).toMatchObject({ checkout: { status: 'paid' } })
  })

  test('a snapshot brings back records, clock, ids and defects', async () => {
    gateway = startSandbox()
    const { control } = gateway
    await control.reset({ idSeed: 'snap' })
    control.setClock({ to: 1_900_000_000, frozen: true })
    const intentId = await started(gateway)
    control.setDefects({ on: ['email-masked'] })
    const { snapshotId } = await control.snapshot()
    expect(control.snapshots()).toMatchObject([{ snapshotId, takenAt: 1_900_000_000, intents: 1 }])

    const next = await started(gateway)
    await control.pay({ checkoutIntentId: intentId })
    await decide(gateway, intentId)
    control.advance({ minutes: 100 })
    control.setDefects({ only: [] })
    await control.restore({ snapshotId })

    expect(await stateOf(gateway, intentId)).toMatchObject({ status: 'stripe_session_created' })
    expect(await stateOf(gateway, next)).toBeNull()
    expect(control.clock()).toMatchObject({ now: 1_900_000_000, frozen: true })
    expect(control.defects().filter(({ on }) => on)).toMatchObject([{ id: 'email-masked' }])
    expect(await started(gateway)).toBe(next)
    expect(await refusal(() => control.restore({ snapshotId: 'none' }))).toMatchObject({
      status: 404,
      field: 'snapshotId',
    })
  })

  test.each(['pay', 'pay_later', 'expire'] as const)(
    'what was open can be paid again after a restore: %s',
    async (action) => {
      gateway = startSandbox()
      const { control } = gateway
      const checkoutIntentId = await started(gateway)
      const { snapshotId } = await control.snapshot()
      for (const round of [1, 2]) {
        await control.pay({ checkoutIntentId, action })
        await control.restore({ snapshotId })
        expect(await stateOf(gateway, checkoutIntentId)).toMatchObject({ status: 'stripe_session_created' })
        expect(await control.pay({ checkoutIntentId }), `round ${round}`).toMatchObject({
          checkout: { status: 'paid' },
        })
        await control.restore({ snapshotId })
      }
      // What was sent after the snapshot has not been sent.
      const never = await refusal(() => control.redeliver({ checkoutIntentId }))
      expect(never).toMatchObject({ status: 404, code: 'event_not_found' })
    },
  )

  test('what was paid stays paid at Stripe after a restore, and its event can be sent again', async () => {
    gateway = startSandbox()
    const { control } = gateway
    const checkoutIntentId = await paidBy(gateway)
    const { snapshotId } = await control.snapshot()
    await control.reset()
    await control.restore({ snapshotId })
    expect(await control.redeliver({ checkoutIntentId })).toMatchObject({
      eventType: 'checkout.session.completed',
      checkout: { status: 'paid' },
    })
    expect(await refusal(() => control.pay({ checkoutIntentId }))).toMatchObject({
      code: 'checkout_session_closed',
    })
  })

  test('a restore takes back time at Stripe, too, and leaves the sessions of other worlds alone', async () => {
    gateway = startSandbox()
    const { control } = gateway
    const [mine, theirs] = [await started(gateway), await started(gateway.at('other'))]
    const { snapshotId } = await control.snapshot()
    control.advance({ minutes: 1500 })
    expect(await refusal(() => control.pay({ checkoutIntentId: mine }))).toMatchObject({ status: 409 })
    await gateway.pay.settled()
    await control.in('other').pay({ checkoutIntentId: theirs })
    await control.restore({ snapshotId })
    expect(await control.pay({ checkoutIntentId: mine })).toMatchObject({ checkout: { status: 'paid' } })
    expect(await refusal(() => control.in('other').pay({ checkoutIntentId: theirs }))).toMatchObject({
      code: 'checkout_session_closed',
    })
    expect(gateway.control.in('other').journal({ kind: 'webhook' })).toHaveLength(3)
  })

  test('without a twin at hand, a restore brings back what the gateway itself knows', async () => {
    gateway = startSandbox()
    const alone = startTestGateway({ control: true })
    const checkoutIntentId = await started(alone)
    const { snapshotId } = await alone.control.snapshot()
    await pay(alone, checkoutIntentId)
    await alone.control.restore({ snapshotId })
    expect(await stateOf(alone, checkoutIntentId)).toMatchObject({ status: 'stripe_session_created' })
    await alone.close()
  })

  test('what is under way when the world is reset does not reach the new one', async () => {
    gateway = startSandbox()
    gateway.control.fail({ route: 'stripe', kind: 'latency', ms: 60_000 })
    const called = new Promise<void>((resolve) => gateway.twin.onCall(() => resolve()))
    const starting = start(gateway)
    await vi.waitFor(() => expect(gateway.control.failures()).toEqual([]))
    await gateway.control.reset()
    await called
    const { checkoutIntentId } = await jsonOf(await starting)
    expect(await stateOf(gateway, String(checkoutIntentId))).toBeNull()
    expect(await gateway.control.intents()).toEqual([])
  })
})
