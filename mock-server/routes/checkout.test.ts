import { expect, test } from 'vitest'
import { startTestGateway } from '../testing.ts'
import { clicked, eventFor, jsonOf, member, pay, start, started, stateOf } from '../testing/story.ts'

test.each([undefined, '', 'no', ['Create'], true, 1, null])(
  'the text %j starts nothing',
  async (confirmationText) => {
    const gateway = startTestGateway()
    const answer = await jsonOf(await start(gateway, { confirmationText }))
    expect(answer).toMatchObject({ ok: true, status: 'preview', reason: 'confirmation_text_required' })
    expect(answer).not.toHaveProperty('checkoutIntentId')
    expect(gateway.twin.calls).toEqual([])
  },
)

test('a preview starts nothing and uses up no key', async () => {
  const gateway = startTestGateway()
  const idempotencyKey = 'one key'
  const preview = await jsonOf(await start(gateway, { previewOnly: true, idempotencyKey }))
  expect(preview).toMatchObject({ status: 'preview', reason: 'preview_requested' })
  const begun = await jsonOf(await start(gateway, { idempotencyKey }))
  expect(begun).toMatchObject({ status: 'stripe_session_created', duplicate: false })
})

test('a preview shows the lines and their sum, each bump once', async () => {
  const gateway = startTestGateway()
  const [bump] = gateway.contract.allowedBumps
  const orderBumpPriceIds = [bump?.priceId, bump?.priceId]
  const preview = await jsonOf(await start(gateway, { previewOnly: true, orderBumpPriceIds }))
  const sum = gateway.contract.primaryOffer.unitAmountCents + (bump?.unitAmountCents ?? 0)
  expect(preview).toMatchObject({ totalAmountCents: sum, selectedOrderBumpPriceIds: [bump?.priceId] })
})

test.each(['', 'not a key', 'sk_test', 'pk_test_0000000000'])(
  'the key %j makes previews only',
  async (secretKey) => {
    const gateway = startTestGateway({ stripe: { secretKey } })
    expect(await jsonOf(await start(gateway))).toMatchObject({
      status: 'preview',
      reason: 'missing_or_incomplete_sandbox_secret',
    })
    const contract = await jsonOf(await gateway.get(gateway.contract.routes.checkout))
    expect(contract['canCreateStripeSession']).toBe(false)
  },
)

test('a live key is refused at once, and not repeated', () => {
  const secretKey = ['sk', 'live', '00000000000000'].join('_')
  expect(() => startTestGateway({ stripe: { secretKey } })).toThrow(/^(?!.*sk_live).*live key/)
})

test('live mode is disabled', async () => {
  const answer = await start(startTestGateway({ liveModeConfigured: true }))
  expect([answer.status, (await jsonOf(answer))['code']]).toEqual([409, 'live_mode_disabled'])
})

test('what cannot be sold is refused', async () => {
  const gateway = startTestGateway()
  const [primary, ...others] = gateway.contract.offers
  for (const { priceId } of others) expect((await start(gateway, { priceId })).status).toBe(404)
  const bump = await start(gateway, { orderBumpPriceIds: [primary?.priceId] })
  expect([bump.status, (await jsonOf(bump))['code']]).toEqual([400, 'unsupported_order_bump'])
  for (const wrong of [
    { priceId: 1 },
    { orderBumpPriceIds: 'x' },
    { orderBumpPriceIds: [1] },
    { buyerEmail: {} },
    { previewOnly: 'true' },
  ]) {
    expect((await start(gateway, wrong)).status).toBe(400)
  }
  expect(gateway.twin.calls).toEqual([])
})

test('the session is what was confirmed', async () => {
  const gateway = startTestGateway()
  const { contract, twin, origin } = gateway
  const id = await started(gateway, {
    idempotencyKey: 'my key',
    orderBumpPriceIds: contract.allowedBumps.map((bump) => bump.priceId),
    successUrl: 'https://elsewhere.invalid/x',
    cancelUrl: `${origin}/my/cancel`,
    amountCents: 1,
  })
  const [call] = twin.calls
  expect(call).toMatchObject({
    operation: 'checkout.sessions.create',
    idempotencyKey: 'my key',
    keyMode: 'test',
  })
  expect(call?.params).toMatchObject({
    mode: 'payment',
    client_reference_id: id,
    metadata: { checkout_intent_id: id },
    cancel_url: `${origin}/my/cancel`,
    success_url: `${origin}${contract.routes.success}?checkout_intent_id=${id}&session_id={CHECKOUT_SESSION_ID}`,
  })
})

test('one key is one intent; another body or click is refused', async () => {
  const gateway = startTestGateway()
  const referralClickId = await clicked(gateway)
  const ask = { idempotencyKey: 'k', referralClickId }
  const first = await jsonOf(await start(gateway, ask))
  const again = await jsonOf(await start(gateway, ask))
  expect(again).toMatchObject({ duplicate: true, checkoutIntentId: first['checkoutIntentId'] })
  const bumps = gateway.contract.allowedBumps.map((bump) => bump.priceId)
  const codes = [
    { buyerEmail: 'a@b.example' },
    { orderBumpPriceIds: bumps },
    { referralClickId: 'other' },
    { referralClickId: await clicked(gateway) },
  ]
  const answers = await Promise.all(codes.map((more) => start(gateway, { ...ask, ...more })))
  expect(answers.map(({ status }) => status)).toEqual([409, 409, 409, 409])
  expect(await Promise.all(answers.map(async (one) => (await jsonOf(one))['code']))).toEqual([
    'checkout_idempotency_conflict',
    'checkout_idempotency_conflict',
    'checkout_referral_attribution_conflict',
    'checkout_referral_attribution_conflict',
  ])
  expect(gateway.twin.calls).toHaveLength(1)
})

test('the key may stand in the header; the body wins; a blank one is none', async () => {
  const gateway = startTestGateway()
  const { post, contract } = gateway
  const ask = (idempotencyKey: unknown, header: string) =>
    post(
      contract.routes.checkout,
      { confirmationText: contract.texts.checkout, idempotencyKey },
      { 'idempotency-key': header },
    )
  const id = async (answer: Response) => (await jsonOf(answer))['checkoutIntentId']
  const first = await id(await ask(undefined, 'h'))
  expect(await id(await ask('', 'h'))).toBe(first)
  expect(await id(await ask('h', 'other'))).toBe(first)
  expect(await id(await ask('b', 'h'))).not.toBe(first)
  expect((await ask('x'.repeat(513), 'h')).status).toBe(400)
  expect((await ask(7, 'h')).status).toBe(400)
})

test('keys that Stripe would not take as they are stay apart and work', async () => {
  const gateway = startTestGateway()
  const keys = ['ключ', 'ключ ', 'k'.repeat(300), `${'k'.repeat(300)}2`, 'a\nb', '\ud800', '\udc00']
  const ids = await Promise.all(keys.map((idempotencyKey) => started(gateway, { idempotencyKey })))
  expect(new Set(ids).size).toBe(keys.length)
  expect(new Set(gateway.twin.calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(keys.length)
})

test('racing starts with one key are one intent and one session', async () => {
  const gateway = startTestGateway()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => start(gateway, { idempotencyKey: 'race' })),
  )
  const bodies = await Promise.all(answers.map(jsonOf))
  expect(new Set(bodies.map((body) => body['checkoutIntentId'])).size).toBe(1)
  expect(bodies.filter((body) => body['duplicate'] === false)).toHaveLength(1)
  for (const body of bodies) {
    expect(body['status']).toBe('stripe_session_created')
    expect(body).toHaveProperty('redirect.url')
  }
  expect(gateway.twin.calls).toHaveLength(1)
})

test('a failing Stripe gives 502 without its words, and the key may try again', async () => {
  let broken = true
  const healthy = startTestGateway()
  const secretKey = 'sk_test_gateway000000000000'
  const fetch = async (request: Request) =>
    broken
      ? Response.json({ error: { message: 'No such thing: req_Secret', type: 'api_error' } }, { status: 500 })
      : healthy.twin.fetch(request)
  const gateway = startTestGateway({ stripe: { secretKey, fetch } })
  const failed = await start(gateway, { idempotencyKey: 'k' })
  expect(failed.status).toBe(502)
  expect(await failed.text()).not.toMatch(/req_|No such/)
  broken = false
  const retried = await jsonOf(await start(gateway, { idempotencyKey: 'k' }))
  expect(retried).toMatchObject({ status: 'stripe_session_created', duplicate: true })
})

test('the redirect leads to Stripe while the intent is open', async () => {
  const gateway = startTestGateway()
  const begun = await jsonOf(await start(gateway))
  const url = String(member(begun, 'redirect')['url'])
  const open = await gateway.get(url)
  expect([open.status, await open.text()]).toEqual([303, ''])
  await pay(gateway, String(begun['checkoutIntentId']))
  const closed = await gateway.get(url)
  expect([closed.status, (await jsonOf(closed))['code']]).toEqual([404, 'checkout_redirect_not_available'])
  expect((await gateway.get(`${gateway.contract.routes.checkout}/redirect/unknown`)).status).toBe(404)
})

test('a test environment starts an intent without Stripe', async () => {
  const gateway = startTestGateway({ testEnvironment: true })
  const first = await jsonOf(await start(gateway, { idempotencyKey: 'k' }))
  expect(first).toMatchObject({ status: 'preview', reason: 'test_checkout_intent_created', duplicate: false })
  const id = String(first['checkoutIntentId'])
  const again = await jsonOf(await start(gateway, { idempotencyKey: 'k' }))
  expect(again).toMatchObject({ checkoutIntentId: id, duplicate: true })
  expect((await gateway.get(`${gateway.contract.routes.checkout}/redirect/${id}`)).status).toBe(404)
  await gateway.deliver(eventFor(id, 'checkout.session.completed', { payment_status: 'paid' }))
  expect(await stateOf(gateway, id)).toMatchObject({ eligible: true })
  expect(gateway.twin.calls).toEqual([])
})

test('a referral click must be known and lead into the funnel', async () => {
  const gateway = startTestGateway()
  const { ineligible } = gateway.contract.referralLinks
  const referralClickId = await clicked(gateway, {
    referralLinkId: ineligible.referralLinkId,
    destinationRoute: ineligible.destinationRoute,
  })
  const codes = await Promise.all(
    [referralClickId, 'unknown'].map(
      async (id) => (await jsonOf(await start(gateway, { referralClickId: id })))['code'],
    ),
  )
  expect(codes).toEqual(['referral_click_route_mismatch', 'referral_click_not_found'])
})

test('a contract without referrals knows no click', async () => {
  const { contract } = startTestGateway()
  const { sandboxCheckout } = contract.seed
  const seed = {
    ...contract.seed,
    sandboxCheckout: { ...sandboxCheckout, supportsReferralAttributionEvidence: false },
  }
  const gateway = startTestGateway({ contract: { ...contract, seed } })
  const answer = await start(gateway, { referralClickId: await clicked(gateway) })
  expect(await jsonOf(answer)).toMatchObject({ ok: false, code: 'referral_click_not_found' })
})
