import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { defaultSeed, readContract } from '../../contracts/seed-file.ts'
import { createHttpTransport } from '../drive/http-transport.ts'
import { defaultLimits } from '../drive/transport.ts'
import { run, type RunResult } from '../run.ts'
import { stopwatch } from '../stopwatch.fixture.ts'

export const contract = readContract(defaultSeed)
export const secrets = {
  webhookSecret: 'whsec_hostile_battery_secret_1',
  ownerToken: 'hostile-battery-owner-9',
}
export const deadlineMs = 500

export interface Attack {
  readonly result: RunResult
  /** Without what the run waited for a processor. */
  readonly tookMs: number
}

/** Runs the suite, with every secret that it can have, against a hostile server. */
export async function attack(origin: string, only: string | null = null): Promise<Attack> {
  const target = new URL(origin)
  const transport = createHttpTransport(target, { ...defaultLimits, deadlineMs })
  const took = stopwatch()
  try {
    const result = await run({
      target: origin,
      transport,
      origin: target,
      contract,
      profile: 'owner',
      webhookSecret: secrets.webhookSecret,
      ownerHeaders: [['authorization', `Bearer ${secrets.ownerToken}`]],
      routeHeaders: [],
      headerSecrets: [],
      witness: null,
      only,
      deadlineMs,
      drainMs: 20,
      now: Date.now,
      random: (count) => randomBytes(count),
      sleep: (ms) => sleep(ms),
    })
    return { result, tookMs: took() }
  } finally {
    await transport.close()
  }
}
