import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { serve } from '../faces/serve.ts'
import { member, started } from '../testing/story.ts'
import { createGateway } from '../gateway.ts'
import { deriveContract } from '../../contracts/derive.ts'
import { startSandbox, type Sandbox } from './sandbox.fixture.ts'

let gateway: Sandbox

beforeEach(() => {
  gateway = startSandbox()
})

afterEach(() => gateway.close())

test('is as if it were not there unless it is enabled', async () => {
  const off = startSandbox({ control: false })
  const nowhere = await off.get('/no/such/route')
  for (const path of ['', '/', '/state', '/reset', '/clock']) {
    const answered = await off.get(`/__control${path}`)
    expect([answered.status, await answered.text()]).toEqual([404, await nowhere.clone().text()])
  }
  expect((await off.post('/__control/reset', {})).status).toBe(404)
  await off.close()
})

describe('each act over HTTP', () => {
  test('clock: read, advance, set', async () => {
    const { ask } = gateway
    expect(await ask('POST', '/__control/clock/set', { to: 1_900_000_000, frozen: true })).toMatchObject({
      status: 200,
      body: { ok: true, clock: { now: 1_900_000_000, frozen: true } },
    })
    await ask('POST', '/__control/clock/advance', { minutes: 1, seconds: 5 })
    expect((await ask('GET', '/__control/clock')).body['clock']).toMatchObject({ now: 1_900_000_065 })
  })

  test('pay, redeliver, expire, through the twin', async () => {
    const { ask } = gateway
    const checkoutIntentId = await started(gateway)
    expect(await ask('POST', '/__control/pay', { checkoutIntentId })).toMatchObject({
      status: 200,
      body: { next: 'done', checkout: { status: 'paid', eligible: true, pathOpen: true } },
    })
    expect(await ask('POST', '/__control/redeliver', { checkoutIntentId })).toMatchObject({
      body: { eventType: 'checkout.session.completed', checkout: { status: 'paid' } },
    })
    const [last] = gateway.control.journal({ kind: 'webhook' }).slice(-1)
    expect(last?.response).toMatchObject({ received: true, duplicate: true })
    expect(await ask('POST', '/__control/pay', { checkoutIntentId })).toMatchObject({
      status: 409,
      body: { code: 'checkout_session_closed', field: 'checkoutIntentId' },
    })
    const other = await started(gateway)
    expect(await ask('POST', '/__control/expire', { checkoutIntentId: other })).toMatchObject({
      body: { checkout: { status: 'expired', eligible: false } },
    })
    expect((await ask('GET', '/__control/intents')).body['intents']).toMatchObject([
      { checkoutIntentId: other },
      { checkoutIntentId, decisions: [] },
    ])
  })

  test('a card that fails, a payment that takes its time, a delivery that goes wrong', async () => {
    const { ask } = gateway
    const checkoutIntentId = await started(gateway)
    const press = (more: object) => ask('POST', '/__control/pay', { checkoutIntentId, ...more })
    expect(await press({ card: '4000 0000 0000 9995' })).toMatchObject({
      body: { next: 'page', message: expect.stringMatching(/insufficient/) as string },
    })
    expect(await press({ action: 'pay_later', delivery: 'dropped' })).toMatchObject({
      body: { checkout: { status: 'stripe_session_created' } },
    })
    const redeliver = (eventType: string) =>
      ask('POST', '/__control/redeliver', { checkoutIntentId, eventType })
    expect(await redeliver('checkout.session.completed')).toMatchObject({
      body: { checkout: { status: 'completed' } },
    })
    expect(await redeliver('checkout.session.async_payment_succeeded')).toMatchObject({
      body: { checkout: { status: 'paid' } },
    })
    expect(await redeliver('charge.refunded')).toMatchObject({ status: 404, body: { field: 'eventType' } })
  })

  test('reset, snapshots, failures, defects, namespaces, journal', async () => {
    const { ask, contract } = gateway
    await started(gateway)
    const taken = await ask('POST', '/__control/snapshots', {})
    expect(taken.body).toMatchObject({ snapshot: { intents: 1 } })
    const { snapshotId } = member(taken.body, 'snapshot')
    expect((await ask('POST', '/__control/reset', { idSeed: 'x' })).body).toEqual({ ok: true })
    expect((await ask('GET', '/__control/intents')).body['intents']).toEqual([])
    await ask('POST', '/__control/snapshots/restore', { snapshotId })
    expect((await ask('GET', '/__control/intents')).body['intents']).toHaveLength(1)
    expect((await ask('GET', '/__control/snapshots')).body['snapshots']).toHaveLength(1)

    await ask('POST', '/__control/failures', { route: 'checkout', kind: 'status', status: 500 })
    expect((await ask('GET', '/__control/failures')).body['failures']).toMatchObject([{ left: 1 }])
    expect((await gateway.get(contract.routes.checkout)).status).toBe(500)
    await ask('POST', '/__control/failures', { route: '*', kind: 'drop' })
    await ask('DELETE', '/__control/failures')
    expect((await gateway.get(contract.routes.checkout)).status).toBe(200)

    expect((await ask('POST', '/__control/defects', { on: ['email-masked'] })).body['on']).toEqual([
      'email-masked',
    ])
    expect((await ask('GET', '/__control/defects')).body['defects']).toContainEqual(
      expect.objectContaining({ id: 'email-masked', breaks: 'RED-13', on: true }),
    )
    await ask('POST', '/__ns/a/__control/clock/advance', { minutes: 9 })
    expect((await ask('GET', '/__control/namespaces')).body['namespaces']).toEqual(['default', 'a'])
    expect((await ask('GET', '/__ns/a/__control/clock')).body['clock']).toMatchObject({ offset: 540 })
    expect((await ask('GET', '/__control/clock')).body['clock']).toMatchObject({ offset: 0 })
    await ask('POST', '/__control/namespaces/remove', { namespace: 'a' })

    const found = await ask('GET', '/__control/journal?kind=request&status=500&limit=5')
    expect(found.body['entries']).toMatchObject([{ route: 'checkout', failure: 'answers 500' }])
    await ask('DELETE', '/__control/journal')
    expect((await ask('GET', '/__control/journal')).body['entries']).toEqual([])
    expect((await ask('GET', '/__control/state')).body).toMatchObject({
      namespace: 'default',
      defectsOn: ['email-masked'],
    })
  })
})

describe('bad input names its member', () => {
  test.each([
    ['clock/advance', {}, 'minutes'],
    ['clock/advance', { minutes: -1 }, 'minutes'],
    ['clock/advance', { minutes: 1.5 }, 'minutes'],
    ['clock/advance', { minutes: '5' }, 'minutes'],
    ['clock/advance', { minuets: 5 }, 'minuets'],
    ['clock/set', { to: 'tomorrow' }, 'to'],
    ['clock/set', { to: 1, frozen: 'yes' }, 'frozen'],
    ['reset', { idSeed: 7 }, 'idSeed'],
    ['snapshots', { name: 'mine' }, 'name'],
    ['snapshots/restore', {}, 'snapshotId'],
    ['failures', { kind: 'drop' }, 'route'],
    ['failures', { route: 'checkout', kind: 'explode' }, 'kind'],
    ['defects', { on: ['email-masked', 'no-such'] }, 'on.1'],
    ['defects', { on: 'email-masked' }, 'on'],
    ['pay', {}, 'checkoutIntentId'],
    ['pay', { checkoutIntentId: 'x', action: 'steal' }, 'action'],
    ['redeliver', { checkoutIntentId: 'x'.repeat(201) }, 'checkoutIntentId'],
    ['namespaces/remove', { namespace: 'a b' }, 'namespace'],
  ])('POST %s %o: %s', async (path, body, field) => {
    const answered = await gateway.ask('POST', `/__control/${path}`, body)
    expect(answered).toMatchObject({ status: 400, body: { ok: false, code: 'control_input_invalid', field } })
    expect(String(answered.body['message'])).toContain(field)
  })

  test.each([
    ['kind=letter', 'kind'],
    ['status=abc', 'status'],
    ['since=-1', 'since'],
    ['limit=0', 'limit'],
    ['route=nope', 'route'],
    ['color=red', 'color'],
    ['kind=twin&kind=request', 'kind'],
    ['namespace=a%20b', 'namespace'],
  ])('GET journal?%s: %s', async (query, field) => {
    expect(await gateway.ask('GET', `/__control/journal?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'control_input_invalid', field },
    })
  })

  test('the clock stays within four-digit years', async () => {
    const { ask } = gateway
    await ask('POST', '/__control/clock/set', { to: '9999-12-31T23:59:00Z', frozen: true })
    expect(await ask('POST', '/__control/clock/advance', { seconds: 60 })).toMatchObject({
      status: 400,
      body: { field: 'seconds' },
    })
    expect((await ask('POST', '/__control/clock/advance', { seconds: 59 })).status).toBe(200)
  })

  test('bodies that are no JSON object, too long, or not sent as JSON are refused', async () => {
    const { post, origin } = gateway
    expect((await post('/__control/reset', 'nonsense')).status).toBe(400)
    expect((await post('/__control/reset', '[]')).status).toBe(400)
    expect((await post('/__control/reset', { idSeed: 'x'.repeat(70_000) })).status).toBe(413)
    const plain = new Request(`${origin}/__control/reset`, { method: 'POST', body: '{}' })
    expect((await gateway.fetch(plain)).status).toBe(415)
    expect((await gateway.fetch(new Request(`${origin}/__control/reset`, { method: 'POST' }))).status).toBe(
      415,
    )
    expect((await gateway.get('/__control/reset')).status).toBe(405)
    expect((await gateway.get('/__control/nowhere')).status).toBe(404)
    expect((await gateway.get('/__control/constructor')).status).toBe(404)
  })

  test('without a twin, paying says what is missing', async () => {
    const alone = startSandbox()
    const { contract } = alone
    const gatewayAlone = createGateway({ contract, control: true })
    const answered = await gatewayAlone.fetch(
      new Request('http://x.test/__control/pay', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"checkoutIntentId":"x"}',
      }),
    )
    expect(answered.status).toBe(409)
    expect(await answered.json()).toMatchObject({ code: 'twin_not_attached' })
    await alone.close()
  })
})

test('over a real socket, base path, bodies and control work alike', async () => {
  const server = await serve(gateway.fetch)
  const { routes, texts } = gateway.contract
  const post = (path: string, body: unknown) =>
    fetch(`${server.origin}/__ns/socket${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const begun = await post(routes.checkout, { confirmationText: texts.checkout, idempotencyKey: 'k' })
  const { checkoutIntentId, redirect } = (await begun.json()) as {
    checkoutIntentId: string
    redirect: { url: string }
  }
  expect((await fetch(server.origin + redirect.url, { redirect: 'manual' })).status).toBe(303)
  const paid = await post('/__control/pay', { checkoutIntentId })
  expect(await paid.json()).toMatchObject({ checkout: { status: 'paid' } })
  expect(gateway.control.namespaces()).toEqual(['default', 'socket'])
  await server.close()
})

describe('who may ask', () => {
  /** Asks over a socket under any name, as a browser does whose page has had that name led to this machine. */
  const asked = (port: number, host: string, path: string, method = 'POST') =>
    new Promise<{ readonly status: number | undefined; readonly text: string }>((resolve, reject) => {
      const headers = { host, 'content-type': 'application/json' }
      const asking = request({ port, host: '127.0.0.1', path, method, headers }, (answered) => {
        let text = ''
        answered.on('data', (chunk: Buffer) => (text += chunk.toString()))
        answered.on('end', () => resolve({ status: answered.statusCode, text }))
      })
      asking.on('error', reject)
      asking.end(method === 'POST' ? '{}' : undefined)
    })

  test('a server on loopback lets itself be controlled under loopback names alone', async () => {
    const server = await serve(gateway.fetch)
    const { port } = server
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
      expect((await asked(port, host, '/__control/reset')).status).toBe(200)
    }
    for (const path of ['/__control/reset', '/__ns/shop/__control/reset']) {
      const { status, text } = await asked(port, `rebound.attacker.example:${port}`, path)
      expect(status).toBe(403)
      expect(JSON.parse(text)).toMatchObject({ ok: false, code: 'control_host_refused', field: 'host' })
      expect(text).toContain('127.0.0.1')
      expect(text).not.toContain('attacker')
    }
    expect((await asked(port, 'rebound.attacker.example', '/__control/state', 'GET')).status).toBe(403)
    expect((await asked(port, 'rebound.attacker.example', '/__control/', 'GET')).status).toBe(403)
    // The gateway itself answers under any name, as behind a proxy.
    const { checkout } = gateway.contract.routes
    expect((await asked(port, 'shop.example', checkout, 'GET')).status).toBe(200)
    await server.close()
  })

  test('a server for others is controlled under whatever name it has', async () => {
    const server = await serve(gateway.fetch, { host: '0.0.0.0' })
    expect((await asked(server.port, 'gateway.lan', '/__control/reset')).status).toBe(200)
    await server.close()
  })
})

test('a seed whose routes lie under a reserved prefix is refused', () => {
  const { seed, settings } = gateway.contract
  const routes = { ...settings.routes, cancel: '/__control/cancel' }
  const contract = deriveContract(seed, { ...settings, routes })
  expect(() => createGateway({ contract })).toThrow(/"cancel-page".*reserved/)
})
