import { expect, test } from 'vitest'
import { startTestGateway } from '../testing.ts'
import { signEvent } from '../testing/sign-event.ts'
import { eventFor, jsonOf, started, stateOf } from '../testing/story.ts'

const done = 'checkout.session.completed'
const paid = { payment_status: 'paid' }
const unpaid = { payment_status: 'unpaid' }
const failed = 'checkout.session.async_payment_failed'
const succeeded = 'checkout.session.async_payment_succeeded'
const expired = 'checkout.session.expired'

test.each([
  ['paid', [[done, paid]]],
  ['completed', [[done, unpaid]]],
  ['completed', [[done, { payment_status: 'no_payment_required' }]]],
  ['paid', [[succeeded]]],
  ['payment_failed', [[failed]]],
  ['expired', [[expired]]],
  ['payment_failed', [[done, unpaid], [failed]]],
  ['paid', [[done, unpaid], [succeeded]]],
  ['paid', [[succeeded], [done, unpaid]]],
  ['payment_failed', [[failed], [done, unpaid]]],
  ['expired', [[expired], [done, unpaid]]],
  ['paid', [[done, paid], [expired], [failed], [done, unpaid]]],
  ['stripe_session_created', [['checkout.session.unheard_of'], ['payment_intent.succeeded', paid]]],
  ['stripe_session_created', [[done, { ...paid, amount_total: 1 }]]],
  ['stripe_session_created', [[done, { ...unpaid, currency: 'xts' }]]],
  ['paid', [[done, { ...paid, amount_total: 900, currency: 'USD' }]]],
] as const)('ends as %s after %j', async (status, events) => {
  const gateway = startTestGateway({ now: () => 1_790_000_000_000 })
  const id = await started(gateway)
  let before = Number((await stateOf(gateway, id))?.['updatedAt'])
  for (const [type, object] of events) {
    const answer = await jsonOf(await gateway.deliver(eventFor(id, type, object)))
    const after = Number((await stateOf(gateway, id))?.['updatedAt'])
    // The clock stands still, so only a change moves it, and each change does.
    expect(after).toBe(answer['checkoutIntentUpdated'] === true ? before + 1 : before)
    before = after
  }
  const eligible = gateway.contract.eligibleStatuses.includes(status)
  expect(await stateOf(gateway, id)).toMatchObject({ status, eligible })
})

test("the metadata names the intent, else the reference; an unknown one is nobody's", async () => {
  const gateway = startTestGateway()
  const [left, right] = [await started(gateway), await started(gateway)]
  await gateway.deliver(eventFor(left, done, { ...paid, client_reference_id: right }))
  expect([(await stateOf(gateway, left))?.['status'], (await stateOf(gateway, right))?.['status']]).toEqual([
    'paid',
    'stripe_session_created',
  ])
  await gateway.deliver(eventFor(right, done, { ...paid, metadata: {} }))
  expect((await stateOf(gateway, right))?.['status']).toBe('paid')
  expect(await jsonOf(await gateway.deliver(eventFor('unknown', done, paid)))).toMatchObject({
    ok: true,
    checkoutIntentId: null,
    checkoutIntentUpdated: false,
  })
})

test('whatever the seed opens, a payment of another amount pays for nothing', async () => {
  const { contract } = startTestGateway()
  const gateway = startTestGateway({ contract: { ...contract, eligibleStatuses: ['completed'] } })
  const id = await started(gateway)
  await gateway.deliver(eventFor(id, done, { ...paid, amount_total: 1 }))
  expect((await stateOf(gateway, id))?.['status']).toBe('stripe_session_created')
})

test('a signature is one over bytes: neither a mark before the body nor broken UTF-8 goes unseen', async () => {
  const { post, contract, webhookSecret } = startTestGateway()
  const body = JSON.stringify({ ...eventFor('x', done, paid), note: '\uFFFD' })
  const signature = signEvent(body, webhookSecret, Math.floor(Date.now() / 1000))
  const bytes = Buffer.from(body.replace('\uFFFD', '?')).map((byte) => (byte === 0x3f ? 0xff : byte))
  for (const changed of [`\uFEFF${body}`, bytes]) {
    const answer = await post(contract.routes.webhook, changed, { 'stripe-signature': signature })
    expect(await jsonOf(answer)).toMatchObject({ code: 'stripe_signature_verification_failed' })
  }
  expect((await post(contract.routes.webhook, body, { 'stripe-signature': signature })).status).toBe(200)
})

test('an event counts once, also when its copies come at once', async () => {
  const gateway = startTestGateway()
  const id = await started(gateway)
  const event = eventFor(id, done, paid)
  const answers = await Promise.all(Array.from({ length: 10 }, () => gateway.deliver(event)))
  const bodies = await Promise.all(answers.map(jsonOf))
  expect(bodies.filter((body) => body['duplicate'] === false)).toHaveLength(1)
  const { id: _id, ...content } = event
  expect(await jsonOf(await gateway.deliver({ ...content, id: 'evt_1Another12345678' }))).toMatchObject({
    duplicate: false,
    checkoutIntentUpdated: false,
  })
})

test('live events are refused, and nothing is remembered of them', async () => {
  const gateway = startTestGateway()
  const id = await started(gateway)
  const event = eventFor(id, done, paid)
  expect((await gateway.deliver({ ...event, livemode: true })).status).toBe(400)
  expect(await stateOf(gateway, id)).toMatchObject({ status: 'stripe_session_created' })
  expect(await jsonOf(await gateway.deliver(event))).toMatchObject({ checkoutIntentUpdated: true })
})

test.each([
  'null',
  '[]',
  '1',
  '"x"',
  '{}',
  '{',
  '{"id":"evt_1","type":"x"}',
  '{"id":1,"type":2,"data":{"object":{}}}',
  '{"id":"e","type":"t","data":null}',
])('signed nonsense %s is refused', async (payload) => {
  const answer = await startTestGateway().deliver(payload)
  expect(answer.status).toBe(400)
  expect(await jsonOf(answer)).toHaveProperty('code')
})

test('an event that failed can be delivered again', async () => {
  const gateway = startTestGateway()
  const id = await started(gateway)
  const event = eventFor(id, done, paid)
  expect((await gateway.deliver({ ...event, data: {} })).status).toBe(400)
  expect(await jsonOf(await gateway.deliver(event))).toMatchObject({
    duplicate: false,
    checkoutIntentUpdated: true,
  })
})

test('signatures', async () => {
  const gateway = startTestGateway()
  const { post, contract, webhookSecret } = gateway
  const now = Math.floor(Date.now() / 1000)
  const id = await started(gateway)
  const payload = JSON.stringify(eventFor(id, done, paid), null, 2)
  const good = signEvent(payload, webhookSecret, now)
  const bad = [
    signEvent(payload, 'whsec_other', now),
    signEvent(payload, webhookSecret, now - 301),
    signEvent(`${payload} `, webhookSecret, now),
    good.replace('v1=', 'v0='),
    good.slice(0, -1),
    `${good.slice(0, good.indexOf('v1='))}v1=`,
    't=,v1=',
    'garbage',
  ]
  for (const signature of bad) {
    const answer = await post(contract.routes.webhook, payload, { 'stripe-signature': signature })
    expect([answer.status, (await jsonOf(answer))['code']]).toEqual([
      400,
      'stripe_signature_verification_failed',
    ])
  }
  for (const headers of [{}, { 'stripe-signature': '' }]) {
    const answer = await post(contract.routes.webhook, payload, headers)
    expect([answer.status, (await jsonOf(answer))['code']]).toEqual([400, 'stripe_signature_missing'])
  }
  expect(await stateOf(gateway, id)).toMatchObject({ eligible: false })
  const rotated = good.replace('v1=', `v1=${'0'.repeat(64)},v1=`)
  expect((await post(contract.routes.webhook, payload, { 'stripe-signature': rotated })).status).toBe(200)
  expect(await stateOf(gateway, id)).toMatchObject({ eligible: true })
})

test('without a secret the webhook is closed', async () => {
  const gateway = startTestGateway({ webhookSecret: '' })
  const answer = await gateway.deliver({})
  expect([answer.status, (await jsonOf(answer))['code']]).toEqual([503, 'webhook_secret_not_configured'])
})
