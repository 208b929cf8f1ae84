import { expect, test } from 'vitest'
import { startTestGateway } from '../testing.ts'
import {
  click,
  clicked,
  commission,
  jsonOf,
  ledgered,
  member,
  ownerAct,
  pay,
  started,
} from '../testing/story.ts'

const codeOf = async (answer: Response) => [answer.status, (await jsonOf(answer))['code']]

test('a click keeps its id under its key and says nothing of the visitor', async () => {
  const gateway = startTestGateway()
  const { contract, post } = gateway
  const { referralLinkId, code, partnerId, destinationRoute } = contract.referralLinks.eligible
  const body = { code, destinationRoute, idempotencyKey: 'k', anonymousVisitorKey: 'visitor-secret' }
  const headers = { 'user-agent': 'Secret/1.0', referer: 'https://secret.example/' }
  const answer = await post(contract.routes.clicks, body, headers)
  const words = await answer.clone().text()
  expect(words).not.toMatch(/secret/i)
  const first = await jsonOf(answer)
  expect(first).toMatchObject({
    duplicate: false,
    status: 'recorded',
    referralLinkId,
    partnerId,
    destinationRoute,
  })
  const again = await jsonOf(await post(contract.routes.clicks, body, headers))
  expect(again).toEqual({ ...first, duplicate: true })
})

test('what is no click', async () => {
  const gateway = startTestGateway()
  const { eligible, ineligible } = gateway.contract.referralLinks
  const route = 'unsupported_destination_route'
  expect(await codeOf(await click(gateway, { idempotencyKey: '' }))).toEqual([400, 'idempotency_required'])
  for (const link of [
    { referralLinkId: 'x' },
    { referralLinkId: 1 },
    { referralLinkId: null },
    { code: ineligible.code },
    { referralLinkId: eligible.referralLinkId.toUpperCase() },
  ]) {
    expect(await codeOf(await click(gateway, link))).toEqual([400, 'unsupported_referral_link'])
  }
  for (const destinationRoute of [undefined, '/x', 1, `${eligible.destinationRoute}/`]) {
    expect(await codeOf(await click(gateway, { destinationRoute }))).toEqual([400, route])
  }
  await click(gateway, { idempotencyKey: 'k' })
  const other = {
    idempotencyKey: 'k',
    referralLinkId: ineligible.referralLinkId,
    destinationRoute: ineligible.destinationRoute,
  }
  expect(await codeOf(await click(gateway, other))).toEqual([409, 'referral_click_idempotency_conflict'])
})

test('the refusals of an entry', async () => {
  const gateway = startTestGateway()
  const attributed = await started(gateway, { referralClickId: await clicked(gateway) })
  const ask = (more: object) => commission(gateway, attributed, { ...more })
  expect(await codeOf(await ask({ checkoutIntentId: '' }))).toEqual([400, 'checkout_intent_required'])
  expect(await codeOf(await ask({ idempotencyKey: null }))).toEqual([400, 'idempotency_key_required'])
  expect(await codeOf(await ask({ confirmationText: 'x' }))).toEqual([
    400,
    'commission_ledger_confirmation_required',
  ])
  expect(await codeOf(await ask({ checkoutIntentId: 'x' }))).toEqual([400, 'checkout_intent_not_found'])
  expect(await codeOf(await ask({}))).toEqual([400, 'checkout_intent_not_trusted'])
  await pay(gateway, attributed)
  const first = await jsonOf(await ask({}))
  expect(first['duplicate']).toBe(false)
  expect(await jsonOf(await ask({}))).toEqual({
    ...first,
    duplicate: true,
    status: 'review_only_commission_replayed',
  })
  expect(await codeOf(await ask({ idempotencyKey: 'k2' }))).toEqual([
    409,
    'commission_ledger_checkout_conflict',
  ])
  const other = await started(gateway, { referralClickId: await clicked(gateway) })
  expect(await codeOf(await ask({ checkoutIntentId: other }))).toEqual([
    409,
    'commission_ledger_idempotency_conflict',
  ])
})

test('an entry is the declared share of each line, and can be reversed for the declared time', async () => {
  const gateway = startTestGateway({ now: () => 1_790_000_000_000 })
  const { contract } = gateway
  const orderBumpPriceIds = contract.allowedBumps.map((bump) => bump.priceId)
  const id = await started(gateway, { orderBumpPriceIds, referralClickId: await clicked(gateway) })
  await pay(gateway, id)
  const entry = member(await jsonOf(await commission(gateway, id)), 'commissionLedger')
  expect(entry).toMatchObject({
    grossSaleCents: 2800,
    commissionCents: 270 + 190,
    currency: 'usd',
    ledgerStatus: 'review_only',
    reviewStatus: 'refund_window_open',
    reversibleUntil: 1_790_000_000 + 14 * 86_400,
  })
})

test('racing entries for one intent are one', async () => {
  const gateway = startTestGateway()
  const id = await started(gateway, { referralClickId: await clicked(gateway) })
  await pay(gateway, id)
  const race = Array.from({ length: 20 }, (_, at) =>
    commission(gateway, id, { idempotencyKey: `k${at % 2}` }),
  )
  const answers = await Promise.all(race)
  expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(10)
  const summary = member(await jsonOf(await gateway.get(gateway.contract.routes.ledger)), 'summary')
  expect(summary).toMatchObject({ aggregateCounts: [{ total_entries: 1 }] })
})

test('the actions move as declared; a reversed entry takes no other', async () => {
  const gateway = startTestGateway({ now: () => 1_790_000_000_000 })
  let entry = await ledgered(gateway)
  const reason = 'a private reason'
  for (const [actionKind, reviewStatus, ledgerStatus] of [
    ['hold_for_review', 'owner_hold', 'review_only'],
    ['mark_reviewed', 'owner_reviewed', 'review_only'],
    ['reverse_evidence', 'owner_reversed', 'reversed'],
  ] as const) {
    const answer = await ownerAct(gateway, entry, { actionKind, reason })
    expect(await answer.clone().text()).not.toContain(reason)
    const body = await jsonOf(answer)
    const next = member(body, 'commissionLedger')
    expect(next).toMatchObject({ reviewStatus, ledgerStatus, payoutStatus: 'not_payable' })
    expect(member(body, 'reviewAction')).toMatchObject({
      previousReviewStatus: entry['reviewStatus'],
      nextReviewStatus: reviewStatus,
    })
    expect(next['updatedAt']).toBe(Number(entry['updatedAt']) + 1)
    expect(await codeOf(await ownerAct(gateway, entry, { actionKind }))).toEqual([
      409,
      'commission_review_stale_state',
    ])
    entry = next
  }
  expect(await codeOf(await ownerAct(gateway, entry))).toEqual([409, 'commission_review_already_reversed'])
  const summary = member(await jsonOf(await gateway.get(gateway.contract.routes.ledger)), 'summary')
  expect(summary).toMatchObject({ aggregateCounts: [{ ledger_status: 'reversed', total_entries: 1 }] })
})

test('the refusals of an action, and its replay', async () => {
  const gateway = startTestGateway()
  const entry = await ledgered(gateway)
  const ask = (more: object) => ownerAct(gateway, entry, { idempotencyKey: 'k', ...more })
  expect(await codeOf(await ask({ commissionLedgerId: 1 }))).toEqual([400, 'commission_ledger_required'])
  expect(await codeOf(await ask({ actionKind: 'pay' }))).toEqual([
    400,
    'commission_review_action_unsupported',
  ])
  expect(await codeOf(await ask({ idempotencyKey: '' }))).toEqual([400, 'idempotency_key_required'])
  expect(await codeOf(await ask({ expectedUpdatedAt: '1' }))).toEqual([400, 'expected_updated_at_required'])
  expect(await codeOf(await ask({ confirmationText: '' }))).toEqual([
    400,
    'commission_review_confirmation_required',
  ])
  expect(await codeOf(await ask({ commissionLedgerId: 'x' }))).toEqual([400, 'commission_ledger_not_found'])
  const first = await jsonOf(await ask({}))
  expect(await jsonOf(await ask({}))).toMatchObject({ duplicate: true, reviewAction: first['reviewAction'] })
  const other = await ask({ actionKind: 'hold_for_review' })
  expect(await codeOf(other)).toEqual([409, 'commission_review_idempotency_conflict'])
})

test('of racing actions on one state exactly one wins', async () => {
  const gateway = startTestGateway()
  const entry = await ledgered(gateway)
  const answers = await Promise.all(Array.from({ length: 20 }, () => ownerAct(gateway, entry)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
})

test.each([
  {},
  { authorization: '' },
  { authorization: 'Bearer' },
  { authorization: 'Bearer x' },
  { authorization: 'Bearer owner-token-of-the-test-gatewa' },
  { authorization: 'Bearer OWNER-TOKEN-OF-THE-TEST-GATEWAY' },
  { authorization: 'Basic b3duZXI6b3duZXI=' },
  { 'x-owner': 'true', 'x-role': 'owner' },
  { 'x-http-method-override': 'GET' },
])('%j is no owner session, whatever the body, method and spelling', async (headers) => {
  const gateway = startTestGateway()
  const { contract, fetch, post, origin } = gateway
  const route = contract.routes.ownerActions
  for (const body of ['', 'null', '{', '{}', 'x'.repeat(2_000_000)]) {
    const answer = await post(route, body, headers)
    expect(await codeOf(answer)).toEqual([401, 'owner_session_required'])
  }
  const spellings = [
    route,
    `${route}/`,
    route.toUpperCase(),
    route.replace('/admin', '//admin'),
    route.replace('a', '%61'),
    route.replace('/admin', '/./admin'),
    route.replace('/admin', '%2fadmin'),
  ]
  for (const path of spellings) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']) {
      const answer = await fetch(new Request(`${origin}${path}`, { method, headers }))
      expect([path, method, answer.status]).toEqual([path, method, 401])
    }
  }
})

test('without an owner token nobody is the owner', async () => {
  const gateway = startTestGateway({ ownerToken: '' })
  for (const authorization of ['Bearer ', 'Bearer undefined', `Bearer ${gateway.ownerToken}`]) {
    expect((await gateway.get(gateway.contract.routes.ownerActions, { authorization })).status).toBe(401)
  }
})
