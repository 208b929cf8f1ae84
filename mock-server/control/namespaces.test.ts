import { afterEach, expect, test } from 'vitest'
import { createMemoryStore } from '../store/memory.ts'
import { commission, clicked, decide, jsonOf, member, start, started, stateOf } from '../testing/story.ts'
import { startTestGateway } from '../testing.ts'
import { namespaceHeader } from './namespace.ts'
import { refusal, startSandbox, type Sandbox } from './sandbox.fixture.ts'

let gateway: Sandbox

afterEach(() => gateway.close())

/** One whole checkout, with the same keys in every world. */
async function story(name: string): Promise<unknown> {
  const world = gateway.at(name)
  const control = gateway.control.in(name)
  await control.reset({ idSeed: 'all alike' })
  const referralClickId = await clicked(world, { idempotencyKey: 'click' })
  const intentId = await started(world, { idempotencyKey: 'start', referralClickId })
  await control.pay({ checkoutIntentId: intentId })
  await decide(world, intentId, { idempotencyKey: 'decision' })
  await commission(world, intentId, { idempotencyKey: 'ledger' })
  const source = await jsonOf(await world.get(world.contract.routes.sourceData))
  return {
    intentId,
    intents: (await control.intents()).length,
    state: (await stateOf(world, intentId))?.['status'],
    counts: member(source, 'postPurchaseDecisionSummary')['aggregateCounts'],
    journal: new Set(control.journal().map(({ namespace }) => namespace)),
  }
}

test('a hundred worlds in parallel do not meet', async () => {
  gateway = startSandbox({ now: () => 1_800_000_000_000 })
  const names = Array.from({ length: 100 }, (_, at) => `world-${at}`)
  const alone = await story('alone')
  expect(alone).toMatchObject({ intents: 1, state: 'paid' })
  const seen = await Promise.all(names.map(story))
  for (const [at, one] of seen.entries()) {
    expect(one).toEqual({ ...Object(alone), journal: new Set([names[at]]) })
  }
  expect(gateway.twin.sessions.all()).toHaveLength(101)
  expect(await gateway.control.intents()).toEqual([])

  // One is reset, one has its clock moved, one is made to fail: the others are as they were.
  await gateway.control.in('world-0').reset()
  gateway.control.in('world-1').advance({ minutes: 100 })
  gateway.control.in('world-2').fail({ route: '*', kind: 'drop', times: 9 })
  gateway.control.in('world-3').setDefects({ on: ['price-missing'] })
  expect(await gateway.control.in('world-0').intents()).toEqual([])
  const other = gateway.control.in('world-4')
  expect(await other.intents()).toHaveLength(1)
  expect(other.clock().offset).toBe(0)
  expect(other.failures()).toEqual([])
  expect(other.defects().some(({ on }) => on)).toBe(false)
})

test('header and base path lead to one world, and what it sends a browser to stays in it', async () => {
  gateway = startSandbox()
  const { contract } = gateway
  const body = { confirmationText: contract.texts.checkout, idempotencyKey: 'k' }
  const headers = { [namespaceHeader]: 'cart' }
  const begun = await jsonOf(await gateway.post(contract.routes.checkout, body, headers))
  const intentId = String(begun['checkoutIntentId'])
  const base = '/__ns/cart'
  expect(await stateOf(gateway.at('cart'), intentId)).toMatchObject({ status: 'stripe_session_created' })
  expect(await stateOf(gateway, intentId)).toBeNull()

  const url = String(member(begun, 'redirect')['url'])
  expect(url).toBe(`${base}${contract.routes.checkout}/redirect/${intentId}`)
  expect((await gateway.get(url)).status).toBe(303)
  const [session] = gateway.twin.sessions.all()
  expect(session?.success_url).toContain(`${gateway.origin}${base}${contract.routes.success}?`)
  expect(session?.cancel_url).toBe(`${gateway.origin}${base}${contract.routes.cancel}`)

  const success = await (
    await gateway.get(`${base}${contract.routes.success}?checkout_intent_id=${intentId}`)
  ).text()
  expect(success).toContain(`"${base}${contract.routes.decisions}?checkoutIntentId=${intentId}"`)
  const preview = await (await gateway.get(`${base}${contract.routes.preview}`)).text()
  expect(preview).toContain(`"${base}${contract.routes.checkout}"`)
  // What the contract publishes stays the contract's.
  const read = await jsonOf(await gateway.get(`${base}${contract.routes.checkout}`))
  expect(member(read, 'routes')['start']).toBe(contract.routes.checkout)
})

test('a pay page sends its events to the world that its session is of', async () => {
  gateway = startSandbox()
  const intentId = await started(gateway.at('shop'))
  const session = gateway.twin.sessions.all()[0]?.url ?? ''
  const body = new URLSearchParams({ action: 'pay', card: '4242424242424242' })
  const pressed = await gateway.pay.fetch(new Request(session, { method: 'POST', body }))
  expect(pressed?.headers.get('location')).toContain('/__ns/shop/')
  await gateway.pay.settled()
  expect(await stateOf(gateway.at('shop'), intentId)).toMatchObject({ status: 'paid' })
  expect(gateway.control.journal()).toEqual([])
  expect(gateway.control.in('shop').journal({ kind: 'webhook', status: 200 })).toHaveLength(3)
})

test('a moved clock signs the events of its own world', async () => {
  gateway = startSandbox()
  gateway.control.in('later').advance({ minutes: 600 })
  for (const [name, world] of [
    ['later', gateway.at('later')],
    ['default', gateway],
  ] as const) {
    const checkoutIntentId = await started(world)
    expect(await gateway.control.in(name).pay({ checkoutIntentId })).toMatchObject({
      checkout: { status: 'paid' },
    })
  }
})

test.each(['', '-x', 'a/b', 'a b', 'ä', '..', 'x'.repeat(65), '__proto__'])('%j is no name', async (name) => {
  gateway = startSandbox()
  expect(await refusal(() => gateway.control.in(name))).toMatchObject({ status: 400, field: 'namespace' })
  if (/^[\x20-\x7e]*$/.test(name)) {
    const answered = await gateway.get(gateway.contract.routes.sourceData, { [namespaceHeader]: name })
    expect(answered.status).toBe(400)
    expect(await jsonOf(answered)).toMatchObject({ code: 'namespace_invalid', field: namespaceHeader })
  }
})

test('a path and a header that disagree are refused, and so is a path without a name', async () => {
  gateway = startSandbox()
  const path = `/__ns/one${gateway.contract.routes.sourceData}`
  expect((await gateway.get(path, { [namespaceHeader]: 'one' })).status).toBe(200)
  expect((await gateway.get(path, { [namespaceHeader]: 'two' })).status).toBe(400)
  expect((await gateway.get('/__ns')).status).toBe(400)
  expect((await gateway.get('/__ns//offers')).status).toBe(400)
  expect((await gateway.get('/__nsx')).status).toBe(404)
})

test('the owner’s gate stands in every world', async () => {
  gateway = startSandbox()
  for (const path of ['/__ns/a', '/__ns/a/', '/__ns/b/.']) {
    expect((await gateway.get(`${path}${gateway.contract.routes.ownerActions}`)).status).toBe(401)
  }
})

test('the least recently used world goes when there are too many', async () => {
  gateway = startSandbox({ maxNamespaces: 2 })
  for (const name of ['a', 'b', 'a', 'c']) await start(gateway.at(name))
  expect(gateway.control.namespaces()).toEqual(['default', 'a', 'c'])
  expect(await gateway.control.in('a').intents()).toHaveLength(2)
  await gateway.control.removeNamespace({ namespace: 'a' })
  expect(gateway.control.namespaces()).toEqual(['default', 'c'])
  expect(await gateway.control.in('a').intents()).toEqual([])
  expect(await refusal(() => gateway.control.removeNamespace({ namespace: 'default' }))).toMatchObject({
    field: 'namespace',
  })
})

test('a gateway of one world has no other', async () => {
  gateway = startSandbox({ maxNamespaces: 0 })
  expect((await gateway.get(`/__ns/a${gateway.contract.routes.sourceData}`)).status).toBe(404)
  expect((await gateway.get(gateway.contract.routes.sourceData)).status).toBe(200)
  expect(await refusal(() => gateway.control.in('a').clock())).toMatchObject({ code: 'namespaces_off' })
})

test('worlds that share one store stay apart in it, and a reset clears its own part', async () => {
  const store = createMemoryStore()
  gateway = startSandbox({ store })
  const mine = await started(gateway, { idempotencyKey: 'k' })
  const theirs = await started(gateway.at('a'), { idempotencyKey: 'k' })
  expect(mine).not.toBe(theirs)
  expect(await stateOf(gateway, theirs)).toBeNull()
  expect(await stateOf(gateway, `a/${theirs}`)).toBeNull()
  expect(await store.read((tx) => tx.intents.all())).toHaveLength(2)

  // Another gateway on the same store knows both: nothing of them is in the process.
  const again = startTestGateway({ store })
  expect(await stateOf(again, mine)).toMatchObject({ status: 'stripe_session_created' })
  await gateway.control.reset()
  expect(await stateOf(gateway, mine)).toBeNull()
  expect(await stateOf(gateway.at('a'), theirs)).not.toBeNull()
})

test('a world that is removed begins anew under its name, its rows in a shared store and its keys at the twin gone', async () => {
  for (const store of [createMemoryStore(), undefined]) {
    gateway = startSandbox(store === undefined ? {} : { store })
    const { control } = gateway
    const kept = await started(gateway.at('other'), { idempotencyKey: 'k' })
    const first = await started(gateway.at('x'), { idempotencyKey: 'k' })
    await control.removeNamespace({ namespace: 'x' })
    expect(control.namespaces()).toEqual(['default', 'other'])
    expect(await control.in('x').intents()).toEqual([])
    const second = await started(gateway.at('x'), { idempotencyKey: 'k' })
    expect(second).not.toBe(first)
    expect(await control.in('x').pay({ checkoutIntentId: second })).toMatchObject({
      checkout: { status: 'paid' },
    })
    expect(await control.in('other').intents()).toMatchObject([{ checkoutIntentId: kept }])
  }
})

test('a world that was forgotten for others finds its rows in a shared store again', async () => {
  gateway = startSandbox({ store: createMemoryStore(), maxNamespaces: 1 })
  const first = await started(gateway.at('x'), { idempotencyKey: 'k' })
  await started(gateway.at('y'), { idempotencyKey: 'k' })
  expect(gateway.control.namespaces()).toEqual(['default', 'y'])
  expect(await started(gateway.at('x'), { idempotencyKey: 'k' })).toBe(first)
})

test('a world that was forgotten for others begins anew where nothing was kept', async () => {
  gateway = startSandbox({ maxNamespaces: 1 })
  const first = await started(gateway.at('x'), { idempotencyKey: 'k' })
  await started(gateway.at('y'), { idempotencyKey: 'k' })
  expect(await started(gateway.at('x'), { idempotencyKey: 'k' })).not.toBe(first)
})
