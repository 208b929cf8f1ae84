import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import type { FetchFunction } from './fetch-function.ts'
import { serve, type RunningServer } from './serve.ts'
import { NetworkFailure, withWire, type WireEffects } from './wire-effects.ts'

let server: RunningServer | undefined

afterEach(async () => {
  await server?.close()
  server = undefined
})

async function start(app: FetchFunction): Promise<RunningServer> {
  server = await serve(app)
  return server
}

/** What the server writes for one plain request, byte for byte as latin-1. */
async function rawAnswer(port: number, request = 'GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n') {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.setEncoding('latin1').write(request)
  return text(socket)
}

describe('serve', () => {
  it.each<[string, FetchFunction]>([
    [
      'a thrown NetworkFailure',
      () => {
        throw new NetworkFailure()
      },
    ],
    ['a rejected NetworkFailure', () => Promise.reject(new NetworkFailure())],
    ['Response.error()', () => Response.error()],
  ])('destroys the socket for %s, and goes on', async (_, app) => {
    let failing = true
    const { origin } = await start((request) => (failing ? app(request) : new Response('well')))
    await expect(fetch(origin)).rejects.toThrow('fetch failed')
    failing = false
    expect(await (await fetch(origin)).text()).toBe('well')
  })

  it('answers 500 for another error, without its text', async () => {
    const { origin } = await start(() => {
      throw new Error('inner secret')
    })
    const response = await fetch(origin)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('inner secret')
  })

  it('answers 431 to headers over the limit and 400 to a target that is no URL', async () => {
    const { origin, port } = await start(() => new Response('in'))
    expect((await fetch(origin, { headers: { long: 'x'.repeat(20_000) } })).status).toBe(431)
    expect(await rawAnswer(port, 'GET nonsense HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400/,
    )
  })

  it('leaves the global Request and Response alone', async () => {
    const before = [globalThis.Request, globalThis.Response]
    await start(() => new Response())
    expect([globalThis.Request, globalThis.Response]).toEqual(before)
  })

  it('names an IPv6 origin in brackets', async () => {
    server = await serve(() => new Response('six'), { host: '::1' })
    expect(server.origin).toBe(`http://[::1]:${server.port}`)
    expect(await (await fetch(server.origin)).text()).toBe('six')
  })
})

describe('wire effects', () => {
  async function rawWith(effects: WireEffects, request?: string): Promise<string> {
    const { port } = await start(() =>
      withWire(new Response('hello', { headers: { 'x-own': '1' } }), effects),
    )
    return rawAnswer(port, request)
  }

  it('send another reason phrase', async () => {
    const answer = await rawWith({ reasonPhrase: 'Fine (pi_1)\r\nx-injected: 1' })
    expect(answer).toMatch(/^HTTP\/1\.1 200 Fine \(pi_1\) x-injected: 1\r\n/)
    expect(answer).toMatch(/\r\nx-own: 1\r\n/)
    expect(answer).toMatch(/content-length: 5\r\n(?:.+\r\n)*\r\nhello$/)
  })

  it('send trailers and a chunk extension that a client can read', async () => {
    const answer = await rawWith({ trailers: { 'x-after': 'late' }, chunkExtension: 'id=pi_1' })
    expect(answer).toMatch(/\r\ntrailer: x-after\r\n/)
    expect(answer).toMatch(/\r\n\r\n5;id=pi_1\r\nhello\r\n0\r\nx-after: late\r\n\r\n$/)
    const { origin } = await start(() => withWire(new Response('hello'), { chunkExtension: 'id=pi_1' }))
    expect(await (await fetch(origin)).text()).toBe('hello')
  })

  it('send more headers than node:http would', async () => {
    const extraHeaders = Array.from({ length: 1500 }, (_, index) => ['x-many', String(index)] as const)
    expect((await rawWith({ extraHeaders })).match(/^x-many: /gm)).toHaveLength(1500)
  })

  it('cut the body short', async () => {
    const { origin } = await start(() => withWire(new Response('hello'), { cutAfterBytes: 2 }))
    const response = await fetch(origin)
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
  })

  it('send no body to HEAD', async () => {
    const request = 'HEAD / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'
    expect(await rawWith({ reasonPhrase: 'Fine' }, request)).toMatch(/^HTTP\/1\.1 200 Fine\r\n[^]*\r\n\r\n$/)
  })
})
