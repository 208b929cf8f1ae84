import { Hono } from 'hono'
import { fetch as undiciFetch, Pool, request as undiciRequest } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failing } from '../control/failures.ts'
import { openers, type OpenFace } from './every-face.fixture.ts'
import { gatewayHandlers } from './msw.ts'
import { initOf, seenBy, type Ask } from './seen.fixture.ts'
import { serve, type RunningServer } from './serve.ts'
import { gatewayMockAgent } from './undici.ts'
import { NetworkFailure } from './wire-effects.ts'

const origin = 'http://gateway.test'
const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)

const app = new Hono()
app.get('/json', (c) => c.json({ text: 'Grüße ✓', query: c.req.queries() }))
app.post('/json', async (c) => c.json({ got: await c.req.json(), type: c.req.header('content-type') }, 201))
app.post('/bytes', async (c) => new Response(await c.req.arrayBuffer()))
app.get('/bytes', () => new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } }))
app.get('/headers', (c) => {
  c.header('set-cookie', 'a=1; Path=/')
  c.header('set-cookie', 'b=2; Path=/', { append: true })
  c.header('x-seen', c.req.header('x-sent') ?? 'none')
  return c.body(null, 204)
})
app.get('/redirect', (c) => c.redirect('https://elsewhere.example/there', 303))
app.get('/broken', () => Response.error())
app.get('/half', (c) => {
  const half = {
    id: 1,
    route: '*',
    method: null,
    kind: 'half',
    left: 1,
    ms: 0,
    status: 503,
    afterwards: false,
  } as const
  return failing(half, async () => c.text('a whole answer'), { wait: async () => undefined })
})
app.get('/thrown', () => {
  throw new Error('inner secret')
})
app.onError((error) => {
  throw error
})

const inProcess = async (request: Request): Promise<Response> => app.fetch(request)
const agent = gatewayMockAgent(inProcess, origin)
let server: RunningServer
let faces: readonly OpenFace[]

beforeAll(async () => {
  server = await serve(inProcess)
  faces = await Promise.all(Object.values(openers).map((open) => open(inProcess, origin)))
})

afterAll(async () => {
  await Promise.all([server.close(), agent.close(), ...faces.map(({ close }) => close())])
})

const json = { 'content-type': 'application/json' }
const asks: Readonly<Record<string, Ask>> = {
  'GET JSON with a query': { path: '/json?a=1&a=2&b=%C3%A4' },
  'POST JSON': { path: '/json', method: 'POST', headers: json, body: '{"text":"é","list":[1,null]}' },
  'an unknown route': { path: '/nowhere' },
  'repeated headers': { path: '/headers', headers: { 'x-sent': 'yes' } },
  'binary out': { path: '/bytes' },
  'binary in': { path: '/bytes', method: 'POST', body: bytes },
  'a path of two slashes': { path: '//nowhere/json?a=1' },
  HEAD: { path: '/json', method: 'HEAD' },
  'a redirect': { path: '/redirect' },
}

describe('every face gives the app’s answer', () => {
  for (const [what, ask] of Object.entries(asks)) {
    it(`to ${what}`, async () => {
      const expected = await seenBy(await app.request(`${origin}${ask.path}`, initOf(ask)))
      for (const { name, face } of faces) expect(await face(ask), name).toEqual(expected)
    })
  }

  it('and a broken connection where the app asks for one', async () => {
    for (const { name, face } of faces) {
      await expect(face({ path: '/broken' }), name).rejects.toThrow()
    }
  })

  it('and a body that breaks half way', async () => {
    for (const { name, face } of faces) {
      await expect(face({ path: '/half' }), name).rejects.toThrow()
    }
  })

  it('and an empty 500 for an error of its own', async () => {
    for (const { name, face } of faces) {
      const seen = await face({ path: '/thrown' })
      expect([seen.status, seen.body], name).toEqual([500, ''])
    }
  })
})

describe('the MSW face', () => {
  it('leaves other origins, and what it is told not to take, alone', async () => {
    const [handler] = gatewayHandlers(inProcess, { origin, takes: ({ url }) => !url.endsWith('.js') })
    const run = async (url: string) =>
      (await handler.run({ request: new Request(url), requestId: '1' }))?.response
    expect((await run(`${origin}/json`))?.status).toBe(200)
    expect(await run(`${origin}/app.js`)).toBeUndefined()
    expect(await run('http://other.test/json')).toBeUndefined()
    expect((await fetch(`${server.origin}/json`)).status).toBe(200)
  })

  it('asks for an origin where there is no page', () => {
    expect(() => gatewayHandlers(inProcess)).toThrow(/needs the origin/)
  })
})

describe('the undici face', () => {
  it('leaves other origins to interceptors and the network', async () => {
    agent.get('http://other.test').intercept({ path: '/x' }).reply(418, 'tea')
    expect((await undiciRequest('http://other.test/x', { dispatcher: agent })).statusCode).toBe(418)
    expect((await undiciRequest(`${server.origin}/bytes`, { dispatcher: agent })).statusCode).toBe(200)
  })

  it('reads streams, forms and lists of headers as undici does', async () => {
    async function* parts() {
      yield Buffer.from('{"a":')
      yield Buffer.from('1}')
    }
    const options = {
      dispatcher: agent,
      method: 'POST' as const,
      headers: ['content-type', 'application/json'],
    }
    const answer = await undiciRequest(`${origin}/json`, { ...options, body: parts() as never })
    expect(await answer.body.json()).toEqual({ got: { a: 1 }, type: 'application/json' })
    const asked = await undiciRequest(`${origin}/json`, { dispatcher: agent, query: { a: ['1', '2'] } })
    expect(await asked.body.json()).toMatchObject({ query: { a: ['1', '2'] } })
  })

  it('can be aborted while the app thinks', async () => {
    const hanging = gatewayMockAgent(() => new Promise<Response>(() => undefined), origin)
    const controller = new AbortController()
    const waiting = undiciRequest(origin, { dispatcher: hanging, signal: controller.signal })
    controller.abort()
    await expect(waiting).rejects.toThrow(/abort/i)
    const early = undiciFetch(origin, { dispatcher: hanging, signal: AbortSignal.abort() })
    await expect(early).rejects.toThrow(/abort/i)
    await hanging.close()
  })

  it('tells a thrown NetworkFailure as a closed socket', async () => {
    const failing = gatewayMockAgent(() => Promise.reject(new NetworkFailure()), origin)
    await expect(undiciRequest(origin, { dispatcher: failing })).rejects.toMatchObject({
      code: 'UND_ERR_SOCKET',
    })
    await failing.close()
  })

  it('leaves the global dispatcher alone', async () => {
    const pool = new Pool(server.origin)
    const { statusCode } = await pool.request({ path: '/bytes', method: 'GET' })
    await pool.close()
    expect(statusCode).toBe(200)
    await expect(undiciRequest(`${origin}/json`)).rejects.toThrow()
  })
})
