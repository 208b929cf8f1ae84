import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { serve, type RunningServer } from '../faces/serve.ts'
import { jsonOf, start, started, stateOf } from '../testing/story.ts'
import { refusal, startSandbox, type Sandbox } from './sandbox.fixture.ts'

let gateway: Sandbox
let server: RunningServer

beforeEach(async () => {
  gateway = startSandbox()
  server = await serve(gateway.fetch)
})

afterEach(async () => {
  await server.close()
  await gateway.close()
})

const read = () => fetch(server.origin + gateway.contract.routes.sourceData)

describe('over HTTP', () => {
  test('the next n requests to a route answer a status, and others do not', async () => {
    const { control, contract } = gateway
    control.fail({ route: 'source-data', kind: 'status', status: 502, times: 2 })
    expect((await fetch(server.origin + contract.routes.checkout)).status).toBe(200)
    const answers = [await read(), await read(), await read()]
    expect(answers.map(({ status }) => status)).toEqual([502, 502, 200])
    expect(await answers[0]?.json()).toMatchObject({ ok: false, code: 'scripted_failure' })
    expect(control.failures()).toEqual([])
    expect(control.journal({ status: 502 })[0]).toMatchObject({ failure: 'answers 502' })
  })

  test('a connection drops, before the work is done or after it', async () => {
    const { control } = gateway
    control.fail({ route: 'source-data', kind: 'drop' })
    await expect(read()).rejects.toThrow(TypeError)
    expect((await read()).status).toBe(200)
    expect(control.journal({ route: 'source-data' })[0]).toMatchObject({
      outcome: 'broken',
      status: null,
      failure: 'drops',
    })

    control.fail({ route: 'checkout', method: 'POST', kind: 'drop' })
    control.fail({ route: 'checkout', method: 'POST', kind: 'drop', afterwards: true })
    await expect(begin()).rejects.toThrow(TypeError)
    expect(await control.intents()).toHaveLength(0)
    await expect(begin()).rejects.toThrow(TypeError)
    expect(await control.intents()).toHaveLength(1)
    // The caller who tries again under its key learns what has happened.
    expect(await (await begin()).json()).toMatchObject({ duplicate: true, status: 'stripe_session_created' })
  })

  test('half an answer: the head promises the whole, and the connection breaks', async () => {
    const { control } = gateway
    const whole = await (await read()).text()
    control.fail({ route: 'source-data', kind: 'half' })
    const half = await read()
    expect(half.status).toBe(200)
    expect(Number(half.headers.get('content-length'))).toBe(Buffer.byteLength(whole))
    const got = await received(half)
    expect(got.broke).toBe(true)
    expect(got.text).toBe(whole.slice(0, got.text.length))
    expect(got.text.length).toBeGreaterThan(whole.length / 3)
    expect(control.journal().at(-1)).toMatchObject({ outcome: 'broken', failure: 'half an answer' })
    expect(await (await read()).text()).toBe(whole)
  })

  test('an answer comes late', async () => {
    gateway.control.fail({ route: '*', kind: 'latency', ms: 150 })
    const began = performance.now()
    expect((await read()).status).toBe(200)
    expect(performance.now() - began).toBeGreaterThan(140)
  })

  function begin(): Promise<Response> {
    const { routes, texts } = gateway.contract
    return fetch(server.origin + routes.checkout, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ confirmationText: texts.checkout, idempotencyKey: 'again' }),
    })
  }
})

describe('in this process', () => {
  test('a dropped connection rejects, and half a body breaks while it is read', async () => {
    const { control, contract } = gateway
    control.fail({ route: 'source-data', kind: 'drop' })
    await expect(gateway.get(contract.routes.sourceData)).rejects.toThrow('broken on purpose')
    control.fail({ route: 'source-data', kind: 'half' })
    const half = await gateway.get(contract.routes.sourceData)
    await expect(half.text()).rejects.toThrow('broken on purpose')
  })

  test.each([{ kind: 'drop' }, { kind: 'status', status: 500 }, { kind: 'half' }] as const)(
    'a Stripe that fails (%o) fails the start, and its key may try again',
    async (failure) => {
      gateway.control.fail({ route: 'stripe', ...failure })
      const answered = await start(gateway, { idempotencyKey: 'k' })
      expect(answered.status).toBe(502)
      expect(await jsonOf(answered)).toMatchObject({ code: 'stripe_checkout_error' })
      expect(gateway.control.journal({ kind: 'twin' })[0]?.failure).not.toBeNull()
      const intentId = await started(gateway, { idempotencyKey: 'k' })
      expect(await stateOf(gateway, intentId)).toMatchObject({ status: 'stripe_session_created' })
    },
  )

  test('failures wait for their route and method, the oldest first', async () => {
    const { control, contract } = gateway
    control.fail({ route: 'checkout', method: 'POST', kind: 'status', status: 500 })
    control.fail({ route: 'checkout', kind: 'status', status: 429, times: 2 })
    const statuses = [
      (await gateway.get(contract.routes.checkout)).status,
      (await start(gateway)).status,
      (await start(gateway)).status,
      (await start(gateway)).status,
    ]
    expect(statuses).toEqual([429, 500, 429, 200])
    control.fail({ route: '*', kind: 'drop', times: 100 })
    control.clearFailures()
    expect((await start(gateway)).status).toBe(200)
  })

  test.each([
    [{ route: 'nowhere', kind: 'drop' }, 'route'],
    [{ route: 'checkout', kind: 'latency' }, 'ms'],
    [{ route: 'checkout', kind: 'drop', status: 500 }, 'status'],
    [{ route: 'checkout', kind: 'status', status: 200 }, 'status'],
    [{ route: 'checkout', kind: 'drop', times: 0 }, 'times'],
  ] as const)('%o is refused by the name of its member', async (input, field) => {
    expect(await refusal(() => gateway.control.fail(input))).toMatchObject({ status: 400, field })
  })
})

async function received(response: Response): Promise<{ readonly text: string; readonly broke: boolean }> {
  let text = ''
  const decoder = new TextDecoder()
  try {
    for await (const chunk of response.body ?? []) {
      if (chunk instanceof Uint8Array) text += decoder.decode(chunk, { stream: true })
    }
  } catch {
    return { text, broke: true }
  }
  return { text, broke: false }
}
