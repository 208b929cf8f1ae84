import { expect, test } from 'vitest'
import { startTestGateway } from '../testing.ts'
import type { TestGateway } from '../testing.ts'
import { decide, eventFor, jsonOf, member, pay, started, stateOf } from '../testing/story.ts'

async function paidIntent(gateway: TestGateway): Promise<string> {
  const id = await started(gateway)
  await pay(gateway, id)
  return id
}

async function counts(gateway: TestGateway): Promise<unknown> {
  const source = await jsonOf(await gateway.get(gateway.contract.routes.sourceData))
  return member(source, 'postPurchaseDecisionSummary')['aggregateCounts']
}

test('the refusals come in order', async () => {
  const gateway = startTestGateway()
  const id = await paidIntent(gateway)
  const wrong = {
    checkoutIntentId: '',
    decisionKind: '',
    idempotencyKey: '',
    expectedCheckoutUpdatedAt: 0,
    confirmationText: 'no',
  }
  const repairs: readonly (readonly [string, object])[] = [
    ['checkout_intent_required', { checkoutIntentId: id }],
    ['post_purchase_decision_required', { decisionKind: 'unheard_of' }],
    ['idempotency_key_required', { idempotencyKey: 'k' }],
    ['expected_checkout_updated_at_required', { expectedCheckoutUpdatedAt: 1 }],
    ['post_purchase_confirmation_required', { confirmationText: gateway.contract.texts.decision }],
    ['post_purchase_decision_unsupported', { decisionKind: gateway.contract.decisions[0]?.decisionKind }],
    ['post_purchase_checkout_stale_state', {}],
  ]
  let body: object = wrong
  for (const [code, repair] of repairs) {
    const answer = await gateway.post(gateway.contract.routes.decisions, body)
    expect((await jsonOf(answer))['code']).toBe(code)
    body = { ...body, ...repair }
  }
  expect(await counts(gateway)).toEqual([])
})

test('each kind is recorded for its offer, counts once, and leaves the intent and Stripe alone', async () => {
  const gateway = startTestGateway()
  const { contract, twin } = gateway
  const id = await paidIntent(gateway)
  const before = await stateOf(gateway, id)
  for (const { decisionKind, presentedOfferId } of contract.decisions) {
    const ask = { decisionKind, idempotencyKey: decisionKind }
    const first = await jsonOf(await decide(gateway, id, ask))
    expect(first).toMatchObject({
      duplicate: false,
      decision: { decisionKind, presentedOfferId, offerStackId: contract.stack.id, payoutCreated: false },
    })
    const again = await jsonOf(await decide(gateway, id, ask))
    expect(again).toMatchObject({ status: 'post_purchase_decision_replayed', duplicate: true })
    expect(again['decision']).toEqual(first['decision'])
  }
  expect(await stateOf(gateway, id)).toEqual(before)
  expect(twin.calls.map(({ operation }) => operation)).toEqual(['checkout.sessions.create'])
  expect(await counts(gateway)).toMatchObject(
    contract.decisions.map(({ decisionKind }) => ({ decision_kind: decisionKind, total_decisions: 1 })),
  )
})

test('a key keeps its intent and its kind', async () => {
  const gateway = startTestGateway()
  const [first, other] = [await paidIntent(gateway), await paidIntent(gateway)]
  const kinds = gateway.contract.decisions.map(({ decisionKind }) => decisionKind)
  await decide(gateway, first, { idempotencyKey: 'k', decisionKind: kinds[0] })
  for (const [id, decisionKind] of [
    [first, kinds[1]],
    [other, kinds[0]],
    ['unknown', kinds[0]],
  ] as const) {
    const answer = await decide(gateway, id, { idempotencyKey: 'k', decisionKind })
    expect([answer.status, (await jsonOf(answer))['code']]).toEqual([
      409,
      'post_purchase_decision_idempotency_conflict',
    ])
  }
  const replay = await decide(gateway, first, {
    idempotencyKey: 'k',
    decisionKind: kinds[0],
    expectedCheckoutUpdatedAt: 1,
  })
  expect((await jsonOf(replay))['duplicate']).toBe(true)
})

test('twenty racing decisions with one key are one', async () => {
  const gateway = startTestGateway()
  const id = await paidIntent(gateway)
  const answers = await Promise.all(Array.from({ length: 20 }, () => decide(gateway, id)))
  const bodies = await Promise.all(answers.map(jsonOf))
  expect(new Set(bodies.map((body) => member(body, 'decision')['decisionId'])).size).toBe(1)
  expect(bodies.filter((body) => body['duplicate'] === false)).toHaveLength(1)
  expect(await counts(gateway)).toMatchObject([{ total_decisions: 1 }])
})

test('only an eligible intent takes a decision, at its present state', async () => {
  const gateway = startTestGateway()
  const id = await started(gateway)
  const closed = await decide(gateway, id)
  expect(closed.status).toBe(409)
  expect(await jsonOf(closed)).toMatchObject({
    code: 'post_purchase_checkout_not_eligible',
    checkout: { status: 'stripe_session_created', eligible: false },
  })
  await pay(gateway, id)
  const now = Number((await stateOf(gateway, id))?.['updatedAt'])
  for (const expectedCheckoutUpdatedAt of [now - 1, now + 1]) {
    const stale = await jsonOf(await decide(gateway, id, { expectedCheckoutUpdatedAt }))
    expect(stale).toMatchObject({ code: 'post_purchase_checkout_stale_state', checkout: { updatedAt: now } })
  }
  for (const expectedCheckoutUpdatedAt of [String(now), now + 0.5, -now, 0, null, [now], true]) {
    const answer = await decide(gateway, id, { expectedCheckoutUpdatedAt })
    expect((await jsonOf(answer))['code']).toBe('expected_checkout_updated_at_required')
  }
  const unknown = await jsonOf(await decide(gateway, 'unknown'))
  expect(unknown['code']).toBe('checkout_intent_not_found')
  expect(await counts(gateway)).toEqual([])
})

test('a replay answers although the state has moved on', async () => {
  const gateway = startTestGateway()
  const id = await started(gateway)
  await gateway.deliver(eventFor(id, 'checkout.session.completed', { payment_status: 'unpaid' }))
  await decide(gateway, id)
  await gateway.deliver(eventFor(id, 'checkout.session.async_payment_failed'))
  const before = await stateOf(gateway, id)
  expect(before).toMatchObject({ status: 'payment_failed', eligible: false })
  expect(await jsonOf(await decide(gateway, id))).toMatchObject({
    duplicate: true,
    decision: { checkoutStatus: 'completed' },
  })
})

test('a click and a decision may have the same key', async () => {
  const gateway = startTestGateway()
  const { contract, post } = gateway
  const { referralLinkId, destinationRoute } = contract.referralLinks.eligible
  await post(contract.routes.clicks, { referralLinkId, destinationRoute, idempotencyKey: 'shared' })
  const id = await paidIntent(gateway)
  expect((await decide(gateway, id, { idempotencyKey: 'shared' })).status).toBe(200)
})
