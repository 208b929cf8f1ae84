import { afterEach, describe, expect, test } from 'vitest'
import { wireEffectsOf } from '../faces/wire-effects.ts'
import { decide, eventFor, jsonOf, start, started, stateOf } from '../testing/story.ts'
import { signEvent } from '../testing/sign-event.ts'
import { paidBy, refusal, startSandbox, windowOf, type Sandbox } from './sandbox.fixture.ts'

let gateway: Sandbox

afterEach(() => gateway.close())

describe('the test clock', () => {
  test('closes the post-purchase path to the minute, and not before', async () => {
    gateway = startSandbox({ now: () => 1_800_000_000_000 })
    const intentId = await paidBy(gateway)
    const minutes = windowOf(gateway)
    gateway.control.advance({ minutes: minutes - 1, seconds: 59 })
    expect((await decide(gateway, intentId, { idempotencyKey: 'in time' })).status).toBe(200)

    gateway.control.advance({ seconds: 1 })
    const late = await decide(gateway, intentId, { idempotencyKey: 'late' })
    expect(late.status).toBe(409)
    expect(await jsonOf(late)).toMatchObject({
      code: 'post_purchase_path_expired',
      checkout: { status: 'paid', eligible: true },
    })
    // WIRE's order stands: what was recorded replays, what is not eligible says so first.
    const replay = await decide(gateway, intentId, { idempotencyKey: 'in time' })
    expect(await jsonOf(replay)).toMatchObject({ status: 'post_purchase_decision_replayed' })
    const open = await decide(gateway, await started(gateway))
    expect(await jsonOf(open)).toMatchObject({ code: 'post_purchase_checkout_not_eligible' })
  })

  test('counts from the event that opened the path, not from a later one', async () => {
    gateway = startSandbox({ now: () => 1_800_000_000_000 })
    const { control } = gateway
    const checkoutIntentId = await started(gateway)
    await control.pay({ checkoutIntentId, action: 'pay_later', delivery: 'dropped' })
    await control.redeliver({ checkoutIntentId, eventType: 'checkout.session.completed' })
    control.advance({ minutes: windowOf(gateway) - 1 })
    const paidLate = await control.redeliver({
      checkoutIntentId,
      eventType: 'checkout.session.async_payment_succeeded',
    })
    expect(paidLate.checkout).toMatchObject({ status: 'paid', pathOpen: true })
    control.advance({ minutes: 1 })
    expect(await control.intents()).toMatchObject([{ status: 'paid', eligible: true, pathOpen: false }])
  })

  test('takes the buttons from the post-purchase page when the path has closed', async () => {
    gateway = startSandbox()
    const page = `${gateway.contract.routes.postPurchase}/${await paidBy(gateway)}`
    expect(await (await gateway.get(page)).text()).toContain('data-role="decision"')
    gateway.control.advance({ minutes: windowOf(gateway) })
    expect(await (await gateway.get(page)).text()).not.toContain('data-role="decision"')
  })

  test('ages a signature', async () => {
    gateway = startSandbox()
    const intentId = await started(gateway)
    const event = JSON.stringify(eventFor(intentId, 'checkout.session.completed', { payment_status: 'paid' }))
    const signature = signEvent(event, gateway.webhookSecret, Math.floor(gateway.control.now() / 1000))
    const deliver = () =>
      gateway.post(gateway.contract.routes.webhook, event, { 'stripe-signature': signature })
    gateway.control.advance({ minutes: 6 })
    expect(await jsonOf(await deliver())).toMatchObject({ code: 'stripe_signature_verification_failed' })
    gateway.control.setClock({ to: gateway.control.clock().now - 360 })
    expect((await deliver()).status).toBe(200)
  })

  test('lets the checkout session expire at Stripe a day after its start, in its own world', async () => {
    gateway = startSandbox()
    const day = 24 * 60
    const [mine, theirs] = [await started(gateway), await started(gateway.at('other'))]
    gateway.control.advance({ minutes: day })
    const refused = await refusal(() => gateway.control.pay({ checkoutIntentId: mine }))
    expect(refused).toMatchObject({ status: 409, code: 'checkout_session_closed' })
    await gateway.pay.settled()
    expect(await stateOf(gateway, mine)).toMatchObject({ status: 'expired', eligible: false })
    expect(await gateway.control.in('other').pay({ checkoutIntentId: theirs })).toMatchObject({
      checkout: { status: 'paid' },
    })

    // What begins in moved time has its whole day before it.
    const next = await started(gateway)
    gateway.control.advance({ minutes: day - 1 })
    expect(await gateway.control.pay({ checkoutIntentId: next })).toMatchObject({ next: 'done' })
  })

  test('runs on, or stands still', async () => {
    let real = 1_800_000_000_000
    gateway = startSandbox({ now: () => real })
    const { control } = gateway
    control.setClock({ to: '2030-01-31T12:00:00Z' })
    real += 5_000
    expect(control.clock()).toMatchObject({ time: '2030-01-31T12:00:05.000Z', frozen: false })
    control.setClock({ to: '2030-01-31T12:00:00+02:00', frozen: true })
    real += 5_000
    expect(control.clock()).toMatchObject({ time: '2030-01-31T10:00:00.000Z', frozen: true })
    expect(control.advance({ minutes: 1 })).toMatchObject({ time: '2030-01-31T10:01:00.000Z' })
    await control.reset()
    expect(control.clock()).toMatchObject({ now: 1_800_000_010, offset: 0, frozen: false })
  })
})

test('defects go on and off while it runs', async () => {
  gateway = startSandbox()
  const { control, contract } = gateway
  const near = { confirmationText: ` ${contract.texts.checkout} ` }
  expect(await jsonOf(await start(gateway, near))).toMatchObject({ status: 'preview' })
  expect(control.setDefects({ on: ['trim-whitespace', 'price-missing'] })).toHaveLength(2)
  expect(await jsonOf(await start(gateway, near))).toMatchObject({ status: 'stripe_session_created' })
  expect(control.setDefects({ off: ['trim-whitespace'] })).toEqual(['price-missing'])
  expect(await jsonOf(await start(gateway, near))).toMatchObject({ status: 'preview' })
})

test('what a defect puts on the wire is there with the journal kept', async () => {
  gateway = startSandbox({ defects: ['reason-phrase-leak', 'trailer-leak'] })
  const intentId = await started(gateway)
  await gateway.control.pay({ checkoutIntentId: intentId })
  const path = `${gateway.contract.routes.decisions}?checkoutIntentId=${intentId}`
  const kept = wireEffectsOf(await gateway.get(path))
  expect(Object.keys(kept ?? {})).toEqual(expect.arrayContaining(['reasonPhrase', 'trailers']))
})
