import { randomBytes } from 'node:crypto'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { markersIn, type Marker } from '../markers.ts'
import type { ReceivedResponse } from '../transcript.ts'
import { createCanaries } from './canaries.ts'
import { createHttpTransport } from './http-transport.ts'
import { createSealer } from './seal.ts'
import { createSecretIndex } from './secret-index.ts'
import { defaultLimits, type Transport } from './transport.ts'

const index = createSecretIndex()
const canaries = createCanaries((count) => randomBytes(count), index)
const sealer = createSealer(index, canaries)
const secret = canaries.mint('stripe-payment-intent')

let server: Server | undefined
let transport: Transport | undefined
const sockets = new Set<Socket>()

afterEach(async () => {
  await transport?.close()
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => (server === undefined ? resolve(null) : server.close(resolve)))
})

/** What the transport and the seal make of an answer that a server gives byte for byte. */
async function sealedAnswer(bytes: string | Buffer): Promise<ReceivedResponse> {
  server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => socket.end(bytes))
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  transport = createHttpTransport(new URL(`http://127.0.0.1:${port}`), defaultLimits)
  const { response, failure } = await transport.send({ method: 'GET', path: '/', headers: [], body: null })
  if (response === null) throw new Error(`no answer: ${failure?.message ?? ''}`)
  return sealer.response(response)
}

function answer(headers: string, body = '{"ok":true}'): string {
  return `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`
}

function chunked(body: string, extension = '', trailers = ''): string {
  const size = Buffer.byteLength(body).toString(16)
  const trailer = trailers === '' ? '' : 'Trailer: x-note\r\n'
  return `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n${trailer}\r\n${size}${extension}\r\n${body}\r\n0\r\n${trailers}\r\n`
}

function everything(response: ReceivedResponse): string {
  return JSON.stringify(response)
}

function kinds(markers: readonly Marker[]): string[] {
  return markers.map(({ kind }) => kind)
}

describe('every byte of an answer is searched', () => {
  const nested = Buffer.from(JSON.stringify({ session: secret })).toString('base64')
  const cases: readonly (readonly [name: string, bytes: string | Buffer])[] = [
    ['the body', answer('', `{"ok":true,"note":"${secret}"}`)],
    ['a header', answer(`X-Note: ${secret}\r\n`)],
    ['the name of a header', answer(`X-${secret}: 1\r\n`)],
    ['a cookie of base64 JSON', answer(`Set-Cookie: s=${nested}; Path=/\r\n`)],
    ['the reason phrase', answer('').replace('200 OK', `200 ${secret}`)],
    ['a trailer', chunked('{"ok":true}', '', `x-note: ${secret}\r\n`)],
    ['a chunk extension', chunked('{"ok":true}', `;note=${secret}`)],
    ['a coded chunk extension', chunked('{"ok":true}', `;note="${nested}"`)],
    ['an interim answer', `HTTP/1.1 103 Early Hints\r\nLink: <${secret}>\r\n\r\n${answer('')}`],
    [
      'the 1,500th header',
      answer(`${Array.from({ length: 1499 }, (_, i) => `X-H${i}: ${i}\r\n`).join('')}X-Last: ${secret}\r\n`),
    ],
    ['the first of two members of one name', answer('', `{"id":"${secret}","id":"harmless"}`)],
    ['an HTML comment', answer('', `<!doctype html><p>Hi</p><!-- ${secret} -->`)],
    ['a hydration script', answer('', `<script type="application/json">{"s":"${nested}"}</script>`)],
  ]
  for (const [name, bytes] of cases) {
    test(name, async () => {
      const response = await sealedAnswer(bytes)
      expect(kinds(markersIn(everything(response)))).toContain('stripe-payment-intent')
      expect(everything(response)).not.toContain(secret)
      expect(everything(response)).not.toContain(nested)
    })
  }

  test('what only the compressed answer holds', async () => {
    const body = gzipSync(JSON.stringify({ ok: true, note: secret }))
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`
    const response = await sealedAnswer(Buffer.concat([Buffer.from(head), body]))
    expect(kinds(markersIn(response.body))).toEqual(['stripe-payment-intent'])
    expect(JSON.parse(response.body)).toMatchObject({ ok: true })
  })

  test('a leak in the body is told once, and not again as hidden on the wire', async () => {
    const response = await sealedAnswer(chunked(`{"ok":true,"note":"${secret}"}`))
    expect(response.wire).toEqual([])
    expect(kinds(markersIn(response.body))).toEqual(['stripe-payment-intent'])
  })

  test('an honest answer has no marker', async () => {
    const response = await sealedAnswer(answer('X-Request-Id: 6f1c2b1e-7a52-4a0e-9b1e-2f6a3f0c9d11\r\n'))
    expect(markersIn(everything(response))).toEqual([])
    expect(response.wire).toEqual([])
  })
})
