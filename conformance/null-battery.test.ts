import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { readContract } from '../contracts/seed-file.ts'
import { createHttpTransport } from './drive/http-transport.ts'
import { defaultLimits } from './drive/transport.ts'
import { exitCodeOf, exitCodes } from './judge/verdict.ts'
import { run, type RunResult } from './run.ts'
import { Unreachable } from './run-errors.ts'

/** Servers that implement nothing: not one check may pass, and each run ends within 20 s with the right exit code. */
interface Null {
  readonly name: string
  readonly answer: RequestListener
  readonly exit: number
}

const html = '<!doctype html><html><head><title>A site</title></head><body><h1>Welcome</h1></body></html>'

function write(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type }).end(body)
}

function echo(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': request.headers['content-type'] ?? 'application/json' })
  request.pipe(response)
}

const battery: readonly Null[] = [
  { name: 'always 200 {}', answer: (_, response) => write(response, 200, 'application/json', '{}'), exit: 1 },
  { name: 'always 404', answer: (_, response) => write(response, 404, 'text/plain', 'not found'), exit: 1 },
  { name: 'always 500', answer: (_, response) => write(response, 500, 'text/plain', 'broken'), exit: 1 },
  { name: 'an HTML site', answer: (_, response) => write(response, 200, 'text/html', html), exit: 1 },
  { name: 'an echo server', answer: echo, exit: 1 },
  { name: 'one that hangs', answer: () => {}, exit: 4 },
  {
    name: 'one that never stops sending',
    answer: (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const chunk = ' '.repeat(64 * 1024)
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    },
    // No answer was ever complete: nothing could be judged.
    exit: 4,
  },
]

const contract = readContract(join(import.meta.dirname, '../seeds/checkout-offer-source-data.json'))

async function runAt(origin: string): Promise<RunResult> {
  const limits = { ...defaultLimits, deadlineMs: 3000 }
  const transport = createHttpTransport(new URL(origin), limits)
  try {
    return await run({
      target: origin,
      transport,
      origin: new URL(origin),
      contract,
      profile: 'owner',
      webhookSecret: 'whsec_null_battery_secret',
      ownerHeaders: [['authorization', 'Bearer null-battery-owner']],
      routeHeaders: [],
      headerSecrets: [],
      witness: null,
      only: null,
      deadlineMs: limits.deadlineMs,
      drainMs: 50,
      now: Date.now,
      random: (count) => randomBytes(count),
      sleep: (ms) => sleep(ms),
    })
  } finally {
    await transport.close()
  }
}

describe('a server that implements nothing passes nothing', () => {
  for (const { name, answer, exit } of battery) {
    test(
      name,
      async () => {
        const server = createServer(answer)
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
        try {
          const { port } = server.address() as AddressInfo
          const { record } = await runAt(`http://127.0.0.1:${port}`)
          expect(record.checks.filter(({ status }) => status === 'pass').map(({ id }) => id)).toEqual([])
          expect(record.checks.filter(({ status }) => status === 'error')).toEqual([])
          expect(exitCodeOf(record)).toBe(exit)
        } finally {
          server.closeAllConnections()
          server.close()
        }
      },
      20_000,
    )
  }

  test('a dead port is unreachable', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    await expect(runAt(`http://127.0.0.1:${port}`)).rejects.toThrow(Unreachable)
    expect(exitCodes.unreachable).toBe(3)
  })
})
