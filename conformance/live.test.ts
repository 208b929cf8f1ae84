import { describe, expect, test } from 'vitest'
import { folderWith, quietEdge, spawnCli } from './cli.fixture.ts'
import { runConfigured } from './commands/run.ts'
import { ConfigError, parseConfig } from './config.ts'
import { attack, contract } from './hostile/attack.fixture.ts'
import { listenBehind } from './hostile/front.fixture.ts'
import { listen, type Listening, type Received } from './hostile/server.fixture.ts'

const reading = (requests: readonly Received[]) =>
  requests.every(({ method }) => /^(GET|HEAD|OPTIONS)$/.test(method))

/** The correct gateway with one word changed in what it answers. */
function saying(word: string, instead: string): Promise<Listening> {
  return listenBehind({
    name: instead,
    spoil: ({ status, headers, body }, response) =>
      void response.writeHead(status, headers).end(body.replaceAll(word, instead)),
  })
}

describe('nothing is written to what is live', () => {
  // Put together here, so that no scanner of repositories takes it for a key.
  const key = ['sk', 'live', '0123456789abcdefABCDEF'].join('_')

  test.each([
    ['the webhook secret', { webhookSecret: { env: 'S' } }],
    ['an owner’s header', { owner: { headers: { authorization: { env: 'S' } } } }],
    ['a route’s header', { headers: [{ set: { authorization: { env: 'S' } } }] }],
    ['a header written out', { headers: [{ set: { authorization: key } }] }],
  ])('a live key as %s: refused unsaid, and nobody is asked anything', async (_name, config) => {
    const server = await listen((_request, response) => void response.end('{}'))
    try {
      const run = runConfigured(
        server.origin,
        parseConfig(JSON.stringify(config)),
        '.',
        { browser: false },
        quietEdge({ S: `Bearer ${key}` }),
      )
      const refusal = await run.catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(ConfigError)
      expect(String(refusal)).not.toContain(key)
      expect(server.received).toEqual([])
    } finally {
      await server.close()
    }
  })

  test('a read contract in live mode ends the run with 2 before the first write', async () => {
    const server = await saying('"mode":"sandbox"', '"mode":"live"')
    try {
      const { code, said } = await spawnCli(['run', server.origin, '--no-browser'], folderWith())
      expect(said).toContain('stopped before the first write')
      expect(code).toBe(2)
      expect(server.received.length).toBeGreaterThan(0)
      expect(reading(server.received)).toBe(true)
    } finally {
      await server.close()
    }
  })

  test('a seed that is shown as live is read, fails SRC-04, and nothing is written', async () => {
    const server = await saying('"liveModeEnabled":false', '"liveModeEnabled":true')
    try {
      const { result } = await attack(server.origin)
      expect(
        result.record.checks.filter(({ status }) => status === 'fail').map(({ requirement }) => requirement),
      ).toContain('SRC-04')
      expect(result.record.verdict).toBe('non-conformant')
      expect(reading(server.received)).toBe(true)
    } finally {
      await server.close()
    }
  })
})

describe('the way to the target', () => {
  test('a base path stands before every path, and configured headers reach their route alone', async () => {
    const gateway = await saying('', '')
    const server = await listen(async ({ method, path, headers, body }, response) => {
      if (!path.startsWith('/shop/')) return void response.writeHead(404).end()
      const pairs = new Headers()
      for (let i = 0; i + 1 < headers.length; i += 2)
        if (!/^(host|connection|content-length)$/i.test(headers[i] ?? ''))
          pairs.append(headers[i] ?? '', headers[i + 1] ?? '')
      const init = { method, headers: pairs, ...(body === '' ? {} : { body }) }
      const answer = await fetch(`${gateway.origin}${path.slice('/shop'.length)}`, {
        ...init,
        redirect: 'manual',
      })
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'text/plain',
      })
      response.end(await answer.text())
    })
    try {
      const { checkout } = contract.routes
      const config = parseConfig(
        JSON.stringify({ headers: [{ method: 'POST', path: checkout, set: { 'x-test-write': 'allow' } }] }),
      )
      const folder = folderWith()
      const flags = { only: 'SRC-01,CNF-01', browser: false, out: folder }
      expect(await runConfigured(`${server.origin}/shop/`, config, folder, flags, quietEdge())).toBe(0)
      expect(server.received.every(({ path }) => path.startsWith('/shop/'))).toBe(true)
      const marked = server.received.filter(({ headers }) => headers.includes('x-test-write'))
      expect(marked.length).toBeGreaterThan(0)
      expect(
        marked.every(({ method, path }) => method === 'POST' && path.split('?')[0] === `/shop${checkout}`),
      ).toBe(true)
    } finally {
      await server.close()
      await gateway.close()
    }
  })
})
