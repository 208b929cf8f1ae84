import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { readSeedFile } from '../../contracts/seed-file.ts'
import { createHttpTransport } from '../drive/http-transport.ts'
import { defaultLimits } from '../drive/transport.ts'
import type { Edge } from './edge.ts'
import { loadConfig, seedOf, targetUrl } from './load.ts'
import { runCommand, type RunFlags } from './run.ts'

export interface WatchOptions {
  /** Milliseconds between two looks. */
  readonly everyMs: number
  /** Ends the watch. */
  readonly signal: AbortSignal
  /** Told after each run, with its exit code. */
  readonly onRun?: (code: number) => void
}

/**
 * Runs, then runs again whenever the configuration, the seed or what the target says of itself has changed: its source
 * data, its read contract, or that it answers at all. Gives the last exit code when the signal ends it.
 */
export async function watchCommand(
  url: string | undefined,
  flags: RunFlags,
  edge: Edge,
  options: WatchOptions,
  report: (error: unknown) => number,
): Promise<number> {
  let code = 0
  let seen: string | null = null
  while (!options.signal.aborted) {
    const now = await fingerprint(url, flags)
    if (now !== seen) {
      seen = now
      try {
        code = await runCommand(url, flags, edge)
      } catch (error) {
        // A configuration in the middle of an edit, a target that restarts: told, and looked at again.
        code = report(error)
      }
      options.onRun?.(code)
      edge.out(
        `watching  for a change of the configuration, the seed or the target's answers (last exit code ${code})\n`,
      )
    }
    await sleep(options.everyMs, undefined, { signal: options.signal }).catch(() => {})
  }
  return code
}

/** A digest of all that a rerun would depend on, as far as reading tells. */
async function fingerprint(url: string | undefined, flags: RunFlags): Promise<string> {
  const hash = createHash('sha256')
  try {
    const loaded = loadConfig(flags.config)
    const { config, file } = loaded
    if (file !== null) hash.update(readFileSync(file))
    const seed = readSeedFile(seedOf(flags.seed, loaded))
    hash.update(JSON.stringify(seed))
    const transport = createHttpTransport(targetUrl(url ?? config.target), {
      ...defaultLimits,
      deadlineMs: 3000,
    })
    try {
      for (const path of [seed.stacks[0]?.sourceDataRoute, seed.sandboxCheckout.endpoint]) {
        const { response, failure } = await transport.send({
          method: 'GET',
          path: path ?? '/',
          headers: [],
          body: null,
        })
        // Live counts change with every run of our own: they are not a change of the target.
        const body = response?.body.replace(/"(total_decisions|last_created_at)"\s*:\s*[^,}]+/g, '') ?? ''
        hash.update(`${response?.status ?? failure?.kind ?? ''}${withoutRows(body)}`)
      }
    } finally {
      await transport.close()
    }
  } catch (error) {
    hash.update(error instanceof Error ? error.message : String(error))
  }
  return hash.digest('hex')
}

/** The aggregates gain rows as we run, so they do not count. */
function withoutRows(body: string): string {
  return body
    .replace(/"aggregateCounts"\s*:\s*\[[^\]]*\]/g, '')
    .replace(/"(requestId|request_id|traceId)"\s*:\s*"[^"]*"/g, '')
}
