import { expect, test } from 'vitest'
import { startTestGateway } from './testing.ts'
import {
  commission,
  decide,
  jsonOf,
  ledgered,
  member,
  ownerAct,
  pay,
  start,
  started,
  stateOf,
  clicked,
} from './testing/story.ts'

test('the whole story: start, pay, decide, evidence, review', async () => {
  const gateway = startTestGateway()
  const referralClickId = await clicked(gateway)
  const answer = await start(gateway, { referralClickId, idempotencyKey: 'story-1' })
  expect(answer.status).toBe(200)
  const begun = await jsonOf(answer)
  expect(begun).toMatchObject({ ok: true, status: 'stripe_session_created', duplicate: false })
  const intentId = String(begun['checkoutIntentId'])

  const redirect = await gateway.get(String(member(begun, 'redirect')['url']))
  expect(redirect.status).toBe(303)
  expect(redirect.headers.get('location')).toMatch(/^https:\/\//)

  expect(await pay(gateway, intentId)).toMatchObject({ duplicate: false, checkoutIntentUpdated: true })
  expect(await stateOf(gateway, intentId)).toMatchObject({ status: 'paid', eligible: true })

  const decided = await decide(gateway, intentId)
  expect(await jsonOf(decided)).toMatchObject({ status: 'post_purchase_decision_recorded', duplicate: false })

  const evidence = await jsonOf(await commission(gateway, intentId))
  expect(evidence).toMatchObject({
    status: 'review_only_commission_recorded',
    commissionLedger: { commissionCents: 270, grossSaleCents: 900, payoutStatus: 'not_payable' },
  })
  const reviewed = await ownerAct(gateway, member(evidence, 'commissionLedger'))
  expect(await jsonOf(reviewed)).toMatchObject({
    status: 'commission_review_action_recorded',
    commissionLedger: { reviewStatus: 'owner_reviewed', payoutStatus: 'not_payable' },
  })
  expect(gateway.twin.calls.map((call) => call.operation)).toEqual(['checkout.sessions.create'])
  await gateway.close()
})

test('an entry needs an attributed and trusted intent', async () => {
  const gateway = startTestGateway()
  expect(await ledgered(gateway)).toMatchObject({ ledgerStatus: 'review_only' })
  const open = await started(gateway)
  expect(await jsonOf(await commission(gateway, open))).toMatchObject({ code: 'checkout_intent_not_trusted' })
  await pay(gateway, open)
  expect(await jsonOf(await commission(gateway, open))).toMatchObject({
    code: 'checkout_referral_attribution_required',
  })
})

test.each([
  ['on another', { success: '/agent-docs/source-data' }],
  ['under the reserved one', { preview: '/__control/preview' }],
  ['behind the owner’s gate', { sourceData: '/API/admin/affiliates/commission-ledger/actions/seed' }],
])('refuses a route %s', (_where, routes) => {
  const { contract } = startTestGateway()
  const [role] = Object.keys(routes)
  const create = () =>
    startTestGateway({ contract: { ...contract, routes: { ...contract.routes, ...routes } } })
  expect(create).toThrow(Object.values(routes).join())
  expect(create).toThrow(new RegExp(String(role).replace(/[A-Z]/, '.?$&'), 'i'))
})

test('every route answers its read', async () => {
  const gateway = startTestGateway()
  const { routes } = gateway.contract
  const paths = [
    routes.sourceData,
    routes.commerceSourceData,
    routes.agentDocs,
    routes.checkout,
    routes.decisions,
    routes.ledger,
    routes.preview,
    routes.success,
    routes.cancel,
    `${routes.postPurchase}/x`,
  ]
  for (const path of paths) expect([path, (await gateway.get(path)).status]).toEqual([path, 200])
  expect((await gateway.get(routes.ownerActions)).status).toBe(401)
})
