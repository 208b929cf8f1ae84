import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttpTransport } from '../../../conformance/drive/http-transport.ts'
import { defaultLimits } from '../../../conformance/drive/transport.ts'
import { openResults } from '../../../conformance/gateway.fixture.ts'
import { run } from '../../../conformance/run.ts'
import { serve } from '../../faces/serve.ts'
import { startTestGateway } from '../../testing.ts'
import { startFront } from './front.fixture.ts'
import { startDatabaseServer, type DatabaseServer } from './server.fixture.ts'
import { createPostgresStore } from './store.ts'

let server: DatabaseServer

beforeAll(async () => {
  server = await startDatabaseServer()
})
afterAll(() => server.stop())

test('four replicas in turn on one database are conformant, races included', async () => {
  const connectionString = await server.database()
  const { twin } = startTestGateway()
  const stripe = { secretKey: 'sk_test_gateway000000000000', fetch: twin.fetch }
  const gateways = [1, 2, 3, 4].map(() =>
    startTestGateway({ stripe, store: createPostgresStore({ connectionString }) }),
  )
  const servers = await Promise.all(gateways.map((gateway) => serve(gateway.fetch)))
  const front = await startFront(servers.map(({ origin }) => origin))
  const transport = createHttpTransport(new URL(front.origin), defaultLimits)
  const [first] = gateways
  if (first === undefined) throw new Error('no gateway')
  try {
    const result = await run({
      target: front.origin,
      transport,
      origin: new URL(front.origin),
      contract: first.contract,
      profile: 'owner',
      webhookSecret: first.webhookSecret,
      ownerHeaders: [['authorization', `Bearer ${first.ownerToken}`]],
      routeHeaders: [],
      headerSecrets: [],
      witness: null,
      only: null,
      deadlineMs: defaultLimits.deadlineMs,
      drainMs: 100,
      now: Date.now,
      random: (count) => randomBytes(count),
      sleep: (ms) => sleep(ms),
    })
    expect(openResults(result)).toEqual([])
    expect(result.record.verdict).toBe('conformant')
    const races = result.record.checks.filter(({ id }) => id.includes('/race'))
    expect(races.filter(({ status }) => status === 'pass').length).toBeGreaterThan(3)
    const [least = 0, most = 0] = [Math.min(...front.given), Math.max(...front.given)]
    expect(least).toBeGreaterThan(100)
    expect(most - least).toBeLessThanOrEqual(1)
  } finally {
    await transport.close()
    await front.close()
    await Promise.all(servers.map((running) => running.close()))
    await Promise.all(gateways.map((gateway) => gateway.close()))
  }
}, 240_000)
