import type { TestGateway } from '../testing.ts'
import {
  click,
  clicked,
  commission,
  decide,
  jsonOf,
  ledgered,
  ownerAct,
  pay,
  start,
  started,
  stateOf,
} from './story.ts'

/** Near misses of every text, wrong bodies, wrong keys, wrong times, all routes once. */
export async function plainBattery(gateway: TestGateway): Promise<void> {
  const { contract, get, post, fetch, origin } = gateway
  const { routes, texts } = contract
  const bumps = contract.allowedBumps.map((bump) => bump.priceId)
  for (const confirmationText of nearMisses(texts.checkout, texts.decision))
    await start(gateway, { confirmationText })
  await post(`${routes.checkout}?confirmationText=${encodeURIComponent(texts.checkout)}`, {})
  await post(routes.checkout, { confirmationText: undefined })
  await start(gateway, { previewOnly: true })
  for (const offer of contract.offers) {
    await start(gateway, { priceId: offer.priceId })
    await start(gateway, { orderBumpPriceIds: [offer.priceId] })
  }
  const twice = await started(gateway, { orderBumpPriceIds: [...bumps, ...bumps] })
  await stateOf(gateway, await started(gateway, { totalAmountCents: 1, status: 'paid', eligible: true }))
  await start(gateway, { successUrl: 'https://elsewhere.invalid/', cancelUrl: 'https://elsewhere.invalid/' })
  for (const key of ['Key A', 'key a', 'k'.repeat(200), `${'k'.repeat(200)}2`])
    await start(gateway, { idempotencyKey: key })
  await start(gateway, { idempotencyKey: 'Key A', orderBumpPriceIds: bumps })
  await start(gateway, { idempotencyKey: 'Key A', referralClickId: await clicked(gateway) })
  await start(gateway, { idempotencyKey: 'Key A' })

  await decide(gateway, twice)
  await get(`${routes.success}?checkout_intent_id=${twice}&session_id=cs_test_a1Planted123456`)
  await get(`${routes.postPurchase}/${twice}`)
  await decide(gateway, twice)
  await pay(gateway, twice)
  for (const version of ['1790000000', 1, 2_000_000_000, -1, 1.5]) {
    await decide(gateway, twice, {
      expectedCheckoutUpdatedAt: version,
      idempotencyKey: `version-${String(version)}`,
    })
  }
  for (const { decisionKind } of contract.decisions)
    await decide(gateway, twice, { decisionKind, idempotencyKey: decisionKind })
  const kinds = contract.decisions.map((one) => one.decisionKind)
  await decide(gateway, twice, { decisionKind: kinds[0], idempotencyKey: kinds[0] })
  await decide(gateway, twice, {
    decisionKind: kinds[0],
    idempotencyKey: kinds[0],
    expectedCheckoutUpdatedAt: 1,
  })
  await decide(gateway, twice, { decisionKind: kinds[1], idempotencyKey: kinds[0] })
  await decide(gateway, twice, { decisionKind: 'another_kind', idempotencyKey: 'another-kind' })
  await decide(gateway, twice, { confirmationText: [texts.decision], idempotencyKey: 'array' })
  await decide(gateway, twice, { idempotencyKey: undefined })
  await post(routes.decisions, await decision(gateway, twice), { 'idempotency-key': 'from-the-header' })
  const other = await started(gateway)
  await pay(gateway, other)
  await decide(gateway, other, { idempotencyKey: kinds[0], decisionKind: kinds[0] })
  await decide(gateway, 'nobody-knows-this', { expectedCheckoutUpdatedAt: 1 })
  await stateOf(gateway, twice)

  await attributions(gateway)
  await reviews(gateway)
  for (const path of [
    routes.sourceData,
    routes.commerceSourceData,
    routes.agentDocs,
    routes.checkout,
    routes.ledger,
  ]) {
    await get(path)
    await get(path)
  }
  for (const path of [routes.preview, routes.success, routes.cancel, `${routes.postPurchase}/unknown`])
    await get(path)
  for (const id of ['%E0%A4%A', 'x'.repeat(2_000), '%3Cimg%20src=x%3E']) {
    await get(`${routes.postPurchase}/${id}`)
    await get(`${routes.success}?checkout_intent_id=${id}`)
    await get(`${routes.checkout}/redirect/${id}`)
  }
  for (const body of [
    'null',
    '[]',
    '{',
    '"text"',
    `{"a":${'['.repeat(500)}${']'.repeat(500)}}`,
    '{"checkoutIntentId":1}',
  ]) {
    for (const path of [routes.checkout, routes.decisions, routes.clicks, routes.ledger])
      await post(path, body)
  }
  await post(routes.decisions, `{"a":"${'x'.repeat(1_100_000)}"}`)
  await fetch(new Request(new URL(routes.decisions, origin), { method: 'DELETE' }))
}

async function attributions(gateway: TestGateway): Promise<void> {
  const { contract } = gateway
  const { eligible, ineligible } = contract.referralLinks
  await click(gateway, { idempotencyKey: 'click-key' })
  await click(gateway, { idempotencyKey: 'click-key' })
  await click(gateway, { referralLinkId: 'unlisted' })
  await click(gateway, { referralLinkId: eligible.referralLinkId.toUpperCase() })
  await click(gateway, { destinationRoute: '/elsewhere' })
  const wrong = await jsonOf(
    await click(gateway, { ...ineligible, referralLinkId: ineligible.referralLinkId }),
  )
  await start(gateway, { referralClickId: wrong['referralClickId'] })
  await start(gateway, { referralClickId: 'nobody-clicked' })
  // One key in two operations.
  await click(gateway, { idempotencyKey: 'shared' })
  await start(gateway, { idempotencyKey: 'shared', referralClickId: await clicked(gateway) })
}

async function reviews(gateway: TestGateway): Promise<void> {
  const { contract, get } = gateway
  const { routes } = contract
  const unattributed = await started(gateway)
  await pay(gateway, unattributed)
  await commission(gateway, unattributed)
  const bumped = await started(gateway, {
    referralClickId: await clicked(gateway),
    orderBumpPriceIds: contract.allowedBumps.map((bump) => bump.priceId),
  })
  await pay(gateway, bumped)
  await commission(gateway, bumped)
  await commission(gateway, bumped)
  await commission(gateway, bumped, { idempotencyKey: 'another-entry' })

  const entry = await ledgered(gateway)
  await ownerAct(gateway, entry, { reason: 'a private reason' })
  await ownerAct(gateway, entry, { actionKind: 'hold_for_review' })
  const last = await ledgered(gateway)
  const reversed = await jsonOf(await ownerAct(gateway, last, { actionKind: 'reverse_evidence' }))
  const after = reversed['commissionLedger']
  if (typeof after === 'object' && after !== null) await ownerAct(gateway, { ...after })

  const token = gateway.ownerToken
  const strangers: Readonly<Record<string, string>>[] = [
    {},
    { authorization: 'Bearer forged' },
    { authorization: 'Bearer changeme' },
    { authorization: `Bearer ${token.slice(0, 5)}` },
    { 'x-owner': 'true' },
    { 'x-http-method-override': 'GET' },
  ]
  for (const headers of strangers) {
    await ownerAct(gateway, last, {}, headers)
    await get(routes.ownerActions, headers)
  }
  await ownerAct(gateway, last, { confirmationText: 'wrong' }, {})
  await get(routes.ownerActions.replace('/a', '/%61'))
}

function nearMisses(text: string, other: string): readonly unknown[] {
  return [
    undefined,
    text.toLowerCase(),
    ` ${text} `,
    text.replace(' ', '\u00a0'),
    `${text} and more`,
    `${text.slice(0, 3)}\u200b${text.slice(3)}`,
    text.replace('.', 'x'),
    text.replace('.00', ''),
    [text],
    true,
    other,
  ]
}

async function decision(gateway: TestGateway, intentId: string) {
  const state = await stateOf(gateway, intentId)
  return {
    checkoutIntentId: intentId,
    decisionKind: gateway.contract.decisions[0]?.decisionKind,
    confirmationText: gateway.contract.texts.decision,
    expectedCheckoutUpdatedAt: state?.['updatedAt'],
  }
}
