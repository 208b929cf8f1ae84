import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { startTestGateway } from '../../../mock-server/testing.ts'
import { runOnGateway, seedFiles } from '../../gateway.fixture.ts'
import { defaultSeed, readContract } from '../../../contracts/seed-file.ts'
import { runInProcess } from '../../testing.ts'
import type { RunRecord } from '../../record.ts'

/** Every check that did not pass in silence. */
function blamed(record: RunRecord): string[] {
  return record.checks
    .filter(({ profile }) => profile !== 'witnessed' || record.profile === 'witnessed')
    .filter(({ status, findings }) => status !== 'pass' || findings.length > 0)
    .map(({ id, status, findings, reasons }) =>
      [id, status, ...reasons, ...findings.map(({ message, seen }) => `${message}: ${seen}`)].join(' | '),
    )
}

describe('the good gateway is blamed for nothing', () => {
  for (const seed of seedFiles)
    test(`under ${seed}, over HTTP`, async () => {
      const { record } = await runOnGateway({ seed, profile: 'owner', only: 'redaction', http: true })
      expect(blamed(record)).toEqual([])
      expect(record.sensitivity.missed).toEqual([])
      expect(record.sensitivity.edits).toBeGreaterThan(30)
    })
})

type Variant = (response: Response, request: Request) => Promise<Response> | Response

const withHeaders = (response: Response, headers: Record<string, string>): Response => {
  const all = new Headers(response.headers)
  for (const [name, value] of Object.entries(headers)) all.append(name, value)
  return new Response(response.body, { status: response.status, headers: all })
}

const isJson = (response: Response) => response.headers.get('content-type')?.includes('json') === true
const isHtml = (response: Response) => response.headers.get('content-type')?.includes('html') === true

async function editJson(response: Response, edit: (body: object) => object): Promise<Response> {
  if (!isJson(response)) return response
  const text = await response.text()
  const body = text === '' ? '' : JSON.stringify(edit(JSON.parse(text) as object))
  return new Response(body === '' ? null : body, response)
}

async function editText(response: Response, edit: (text: string) => string): Promise<Response> {
  return new Response(edit(await response.text()), response)
}

const oneOf = <T>(...values: readonly [T, ...T[]]): T =>
  values[(randomBytes(1)[0] ?? 0) % values.length] ?? values[0]
const ulid = () => `0${randomBytes(16).toString('hex').toUpperCase().slice(0, 25)}`

/** Ways in which a right implementation may differ from ours. */
const variants: { readonly [name: string]: Variant } = {
  'request ids that are fresh on each answer': async (response) =>
    withHeaders(
      await editJson(response, (body) => ({ requestId: randomUUID(), ...body, traceId: randomUUID() })),
      {
        'x-request-id': randomUUID(),
        'x-correlation-id': randomUUID(),
        traceparent: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`,
      },
    ),
  'request ids that begin as those of Stripe do': async (response) =>
    withHeaders(await editJson(response, (body) => ({ ...body, requestId: `req_${ulid()}` })), {
      'request-id': `req_${ulid()}`,
    }),
  'nodes that take turns, by chance': (response) =>
    withHeaders(response, {
      'x-served-by': oneOf('cache-fra-1a2b3c4d5e6f7a8b', 'cache-ams-9f8e7d6c5b4a3f2e'),
      'x-backend': oneOf('7Kq2mV9xTz4LwB8nRc3Y', 'h5JpD1sXe6GuQ0aFvN7o'),
      'server-timing': `total;dur=${(randomBytes(1)[0] ?? 0) / 10}`,
    }),
  'facts of the deployment': async (response) =>
    withHeaders(
      await editJson(response, (body) => ({
        ...body,
        apiVersion: '2026-11-01',
        build: '4f0c2d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e',
        timestamp: Date.now(),
        links: { self: `/x/${randomUUID()}` },
      })),
      { 'x-deployment': 'dpl_9F8e7D6c5B4a3F2e1D0c9B8a', server: 'nginx', via: '1.1 varnish' },
    ),
  'an ETag and cookies': async (response) => {
    const text = response.body === null ? '' : await response.clone().text()
    const etag = createHash('sha256').update(text).digest('hex')
    return withHeaders(response, {
      etag: `"${etag}"`,
      'set-cookie': `sid=${randomBytes(24).toString('base64url')}; Path=/app; HttpOnly`,
    })
  },
  'problem details with the fields at fault': (response) =>
    response.status < 400
      ? response
      : editJson(response, (body) => ({
          type: 'https://shop.example/problems/refused',
          title: 'Refused',
          instance: `urn:uuid:${randomUUID()}`,
          errors: { idempotencyKey: ['Required'], buyerEmail: ['Not an address'] },
          ...body,
        })),
  'pages of a framework, with its assets and its state': (response) =>
    isHtml(response)
      ? editText(
          withHeaders(response, { link: '</app/dist/main.4f0c2d9e.js>; rel=preload; as=script' }),
          (html) =>
            html.replace(
              '</main>',
              () =>
                `<link href="/app/dist/main.css"><script src="/node_modules/.vite/deps/a.js" nonce="${randomBytes(16).toString('base64')}"></script>` +
                `<script>try { at(1) } catch (e) { self.__s = { idempotencyKey: crypto.randomUUID() } }</script>` +
                `<script type="application/json">{"page":{"locale":"en","buildId":"${'a1B2c3D4e5F6'.repeat(4)}"}}</script></main>`,
            ),
        )
      : response,
  'JSON with blanks and other escapes': (response) =>
    isJson(response)
      ? editText(response, (text) =>
          text === '' ? '' : JSON.stringify(JSON.parse(text), null, 2).replaceAll('/', '\\/'),
        )
      : response,
  'frameworks that answer other methods with HTML': (response) =>
    response.status === 404 || response.status === 405
      ? new Response('<!doctype html><title>Not found</title><h1>Not found</h1>', {
          status: response.status,
          headers: { 'content-type': 'text/html' },
        })
      : response,
  'no telling of what is cached': (response) => {
    const headers = new Headers(response.headers)
    headers.delete('cache-control')
    headers.append('cache-control', 'private')
    return new Response(response.body, { status: response.status, headers })
  },
}

describe('what may differ is not blamed', () => {
  for (const [name, vary] of Object.entries(variants)) {
    test(name, async () => {
      const gateway = startTestGateway()
      const { record } = await runInProcess({
        contract: readContract(defaultSeed),
        only: 'redaction',
        webhookSecret: gateway.webhookSecret,
        ownerHeaders: [['authorization', `Bearer ${gateway.ownerToken}`]],
        fetch: async (request) => vary(await gateway.fetch(request), request),
      })
      await gateway.close()
      expect(blamed(record)).toEqual([])
    })
  }

  test('payment intents that a target holds to be unique', async () => {
    const gateway = startTestGateway()
    const taken = new Map<string, string>()
    const { record } = await runInProcess({
      contract: readContract(defaultSeed),
      only: 'redaction/two-worlds,RED-04',
      webhookSecret: gateway.webhookSecret,
      fetch: async (request) => {
        const text = await request.clone().text()
        const [, intent = ''] = /"payment_intent":"(\w+)"/.exec(text) ?? []
        const [, owner = ''] = /"checkout_intent_id":"([^"]+)"/.exec(text) ?? []
        const before = taken.get(intent)
        if (before !== undefined && before !== owner && request.headers.has('stripe-signature'))
          return Response.json({ ok: false, code: 'payment_intent_known' }, { status: 409 })
        if (intent !== '') taken.set(intent, owner)
        return gateway.fetch(request)
      },
    })
    await gateway.close()
    expect(record.checks.filter(({ status }) => status === 'fail')).toEqual([])
  })
})
