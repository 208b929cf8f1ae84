import { expect, test } from 'vitest'
import { startTestGateway } from './testing.ts'
import { decide, jsonOf, start } from './testing/story.ts'

const gateway = startTestGateway()
const { contract, get, post, fetch, origin } = gateway
const { routes } = contract
const writes = [
  routes.checkout,
  routes.webhook,
  routes.decisions,
  routes.clicks,
  routes.ledger,
  routes.ownerActions,
]
const owner = { authorization: `Bearer ${gateway.ownerToken}` }

const bodies = [
  'null',
  '[]',
  '[{}]',
  '"text"',
  '1',
  'true',
  '{',
  '{"a":1,}',
  '\u0000',
  '\ufeff{}',
  `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
  `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  '{"__proto__":{"checkoutIntentId":"x"},"constructor":{"prototype":{}}}',
  JSON.stringify({ confirmationText: 'x'.repeat(500_000), checkoutIntentId: '\u0000\ud800\u202e' }),
  JSON.stringify({
    checkoutIntentId: {},
    decisionKind: [],
    idempotencyKey: 1,
    priceId: {},
    referralLinkId: [],
  }),
]

test.each(writes)('%s survives every body', async (path) => {
  for (const body of bodies) {
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/form-data',
      'application/xml; charset=utf-7',
      'x',
    ]) {
      const answer = await post(path, body, { ...owner, 'content-type': type })
      expect([body.slice(0, 40), answer.status < 500]).toEqual([body.slice(0, 40), true])
      const told = await jsonOf(answer)
      expect(told['status'] === 'preview' || typeof told['code'] === 'string').toBe(true)
    }
  }
})

test.each(writes)('%s refuses what is no JSON object', async (path) => {
  for (const body of ['null', '[]', '1', '"x"', '{']) {
    expect((await post(path, body, owner)).status).toBe(400)
  }
})

test.each(writes)('%s takes no more than a mebibyte', async (path) => {
  const answer = await post(path, `{"a":"${'x'.repeat(1_048_577)}"}`, owner)
  expect(answer.status).toBe(413)
  const chunk = new TextEncoder().encode('x'.repeat(100_000))
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1
      controller.enqueue(chunk)
    },
  })
  const streamed = new Request(new URL(path, origin), {
    method: 'POST',
    body,
    headers: owner,
    duplex: 'half',
  })
  expect((await fetch(streamed)).status).toBe(413)
  expect(sent).toBeLessThan(20)
})

test('ids from the outside are only ids', async () => {
  const ids = [
    '%',
    '%E0%A4%A',
    '%00',
    '%2e%2e%2f',
    "'%22<script>alert(1)</script>",
    'x'.repeat(5_000),
    '%F0%9F%92%A3',
    '..%5c',
    '%ff%fe',
  ]
  for (const id of ids) {
    for (const path of [
      `${routes.checkout}/redirect/${id}`,
      `${routes.postPurchase}/${id}`,
      `${routes.decisions}?checkoutIntentId=${id}`,
      `${routes.success}?checkout_intent_id=${id}&session_id=${id}`,
    ]) {
      const answer = await get(path)
      expect([path.slice(0, 80), answer.status < 500]).toEqual([path.slice(0, 80), true])
      expect(await answer.text()).not.toContain('<script>alert')
    }
  }
})

test('the session id of the address never stands on the success page', async () => {
  const html = await (
    await get(`${routes.success}?checkout_intent_id=x&session_id=cs_test_a1Planted123456`)
  ).text()
  expect(html).not.toContain('cs_test')
})

test('other methods are refused with what is allowed; HEAD is GET without its body', async () => {
  for (const path of writes) {
    const answer = await fetch(new Request(new URL(path, origin), { method: 'DELETE', headers: owner }))
    expect([answer.status, answer.headers.get('allow')?.includes('POST')]).toEqual([405, true])
  }
  const head = await fetch(new Request(new URL(routes.sourceData, origin), { method: 'HEAD' }))
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect((await get('/nowhere')).status).toBe(404)
})

test('what names an intent is never stored on the way', async () => {
  for (const answer of [
    await start(gateway),
    await decide(gateway, 'x'),
    await get(`${routes.decisions}?checkoutIntentId=x`),
    await get(`${routes.postPurchase}/x`),
  ]) {
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})
