import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Contract } from '../contracts/contract.ts'
import { createFetchTransport } from './drive/fetch-transport.ts'
import { defaultLimits } from './drive/transport.ts'
import { run, type RunOptions, type RunResult } from './run.ts'

/** What a test says of the target; the rest is as a run from the command line has it. */
export type TestRun = Partial<Omit<RunOptions, 'contract'>> & {
  readonly contract: Contract
  readonly fetch: (request: Request) => Promise<Response>
}

/** Runs the suite in-process against a fetch function: for tests. */
export async function runInProcess({ fetch, ...options }: TestRun): Promise<RunResult> {
  return run({
    target: 'in-process',
    origin: new URL('http://target.test'),
    transport: createFetchTransport(fetch, 'http://target.test', defaultLimits),
    profile:
      options.witness != null
        ? 'witnessed'
        : options.ownerHeaders != null
          ? 'owner'
          : options.webhookSecret != null
            ? 'sandbox'
            : 'public',
    webhookSecret: null,
    ownerHeaders: null,
    routeHeaders: [],
    headerSecrets: [],
    witness: null,
    only: null,
    deadlineMs: defaultLimits.deadlineMs,
    drainMs: 50,
    now: Date.now,
    random: (count) => randomBytes(count),
    sleep: (ms) => sleep(ms),
    ...options,
  })
}
