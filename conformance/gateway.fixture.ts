import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomBytes } from 'node:crypto'
import { readContract } from '../contracts/seed-file.ts'
import { serve } from '../mock-server/faces/serve.ts'
import { startTestGateway } from '../mock-server/testing.ts'
import type { GatewayOptions } from '../mock-server/options.ts'
import { createFetchTransport } from './drive/fetch-transport.ts'
import { createHttpTransport } from './drive/http-transport.ts'
import { defaultLimits } from './drive/transport.ts'
import { witnessOf } from './drive/witness.ts'
import { run, type RunOptions, type RunResult } from './run.ts'
import type { Profile } from './transcript.ts'

const seedFolder = join(import.meta.dirname, '../seeds')

/** Every seed of the repository, by file name. */
export const seedFiles = readdirSync(seedFolder).filter((name) => name.endsWith('.json'))

export interface GatewayRun {
  readonly seed?: string
  readonly profile?: Profile
  readonly only?: string
  readonly gateway?: Partial<Omit<GatewayOptions, 'contract'>>
  /** Over HTTP on a free port, in place of in-process. */
  readonly http?: boolean
  readonly run?: Partial<RunOptions>
  /** Milliseconds for one answer. Runs that share a process hold each other up while one of them is judged. */
  readonly deadlineMs?: number
}

/** Runs the suite against the repository's own gateway: for tests and for `prove`. */
export async function runOnGateway(options: GatewayRun = {}): Promise<RunResult> {
  const { seed = 'checkout-offer-source-data.json', profile = 'witnessed', only = null } = options
  const contract = readContract(join(seedFolder, seed))
  const limits = { ...defaultLimits, deadlineMs: options.deadlineMs ?? defaultLimits.deadlineMs }
  const gateway = startTestGateway({ ...options.gateway, contract })
  const server = options.http === true ? await serve(gateway.fetch) : null
  const transport =
    server === null
      ? createFetchTransport(gateway.fetch, gateway.origin, limits)
      : createHttpTransport(new URL(server.origin), limits)
  try {
    return await run({
      target: server?.origin ?? 'in-process',
      transport,
      origin: new URL(server?.origin ?? gateway.origin),
      contract,
      profile,
      webhookSecret: gateway.webhookSecret,
      ownerHeaders: [['authorization', `Bearer ${gateway.ownerToken}`]],
      routeHeaders: [],
      headerSecrets: [],
      witness: witnessOf(gateway.twin),
      only,
      deadlineMs: limits.deadlineMs,
      drainMs: 100,
      now: Date.now,
      random: (count) => randomBytes(count),
      sleep: (ms) => sleep(ms),
      ...options.run,
    })
  } finally {
    await transport.close()
    await server?.close()
    await gateway.close()
  }
}

/** What a correct target must not have: failures, warnings, and checks that could not be judged. A MAY is a note. */
export function openResults({ record }: RunResult): { id: string; status: string; found: string }[] {
  return record.checks
    .filter(({ status, level, findings }) =>
      status === 'pass' ? level !== 'MAY' && findings.length > 0 : status !== 'not-applicable',
    )
    .map(({ id, status, findings, reasons }) => ({
      id,
      status,
      found: findings.map(({ message, seen }) => `${message} (${seen})`).join('; ') || reasons.join('; '),
    }))
}
