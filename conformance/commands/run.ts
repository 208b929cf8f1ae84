import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readContract } from '../../contracts/seed-file.ts'
import { startTwinServer, type TwinServer } from '../../mock-server/stripe-twin/witness-server.ts'
import { profileOf, resolveConfig, type Config } from '../config.ts'
import { openBrowser } from '../drive/browser.ts'
import { createHttpTransport } from '../drive/http-transport.ts'
import { canonicalTarget } from '../drive/politeness.ts'
import { defaultLimits, type Limits } from '../drive/transport.ts'
import { witnessOf } from '../drive/witness.ts'
import { exitCodeOf } from '../judge/verdict.ts'
import { reportFiles } from '../report/files.ts'
import { run, type RunResult, type Witness } from '../run.ts'
import {
  recordFile,
  serializeRecord,
  serializeTranscript,
  transcriptFile,
  writeFiles,
} from '../run-folder.ts'
import { draftWaivers } from '../waivers.ts'
import { UsageError, type Edge } from './edge.ts'
import { explorationOf } from './exploration.ts'
import { publish } from './publish.ts'
import {
  assertSelects,
  loadConfig,
  loadWaivers,
  seedOf,
  targetUrl,
  wantedProfile,
  witnessAddress,
} from './load.ts'

export interface RunFlags {
  readonly config?: string
  readonly seed?: string
  readonly profile?: string
  readonly out?: string
  readonly only?: string
  /** `host:port` on which the twin listens during the run. */
  readonly witness?: string
  /** Generated stories to tell. */
  readonly explore?: string
  readonly exploreSeed?: string
  readonly waivers?: string
  /** False leaves the browser closed, and the checks that need one not applicable. */
  readonly browser?: boolean
  /** A file to write a baseline of this run's failures to. */
  readonly writeWaivers?: string
}

/** `run <url>`: drives the target, judges, writes the folder, prints the report. Gives the exit code. */
export async function runCommand(url: string | undefined, flags: RunFlags, edge: Edge): Promise<number> {
  const { config, folder } = loadConfig(flags.config)
  return runConfigured(url, config, folder, flags, edge)
}

/** The same with a configuration at hand; paths in it are relative to `folder`. */
export async function runConfigured(
  url: string | undefined,
  config: Config,
  folder: string,
  flags: RunFlags,
  edge: Edge,
  /** A witness that runs already, e.g. the twin of a gateway in this process. */
  present: Witness | null = null,
): Promise<number> {
  const given = targetUrl(url ?? config.target)
  assertSelects(flags.only)
  const resolved = resolveConfig(config, {
    env: edge.env,
    file: (path) => readFileSync(resolve(folder, path), 'utf8'),
  })
  const contract = readContract(seedOf(flags.seed, { config, folder }), resolved.settings)
  const listen = flags.witness ?? config.witness?.listen
  const profile = profileOf(wantedProfile(flags.profile) ?? config.profile, {
    secret: resolved.webhookSecret !== null,
    owner: resolved.ownerHeaders !== null,
    witness: present !== null || listen !== undefined,
  })
  const waivers = loadWaivers(
    flags.waivers ?? (config.waivers === undefined ? undefined : resolve(folder, config.waivers)),
  )
  const limits = {
    ...defaultLimits,
    ...(config.deadlineMs === undefined ? {} : { deadlineMs: config.deadlineMs }),
  }
  const target = await canonical(given, contract.routes.sourceData, limits)
  const twin = listen === undefined || profile !== 'witnessed' ? null : await startWitness(listen, edge)
  const browser = flags.browser === false ? null : await openBrowser(target, edge.env('CHROME_PATH'))
  const transport = createHttpTransport(target, limits)
  try {
    const result = await run({
      ...resolved,
      target: target.href,
      origin: target,
      transport,
      contract,
      profile,
      witness: twin === null ? present : witnessOf(twin.twin),
      browser,
      waivers,
      ...explorationOf(flags, config),
      only: flags.only ?? null,
      deadlineMs: limits.deadlineMs,
      drainMs: config.drainMs ?? 2500,
      now: Date.now,
      random: (count) => randomBytes(count),
      sleep: (ms) => sleep(ms),
      onScenario: ({ id, title }, index, count) => progress(edge, `${index + 1}/${count} ${id}: ${title}`),
    })
    return finish(
      result,
      flags,
      flags.out ?? (config.out === undefined ? undefined : resolve(folder, config.out)),
      edge,
    )
  } finally {
    await transport.close()
    await browser?.close()
    await twin?.close()
  }
}

async function startWitness(listen: string, edge: Edge): Promise<TwinServer> {
  try {
    const twin = await startTwinServer(witnessAddress(listen))
    edge.out(
      `witness   listens on ${twin.origin}: the target's Stripe client must talk to it (STRIPE_API_BASE=${twin.origin})\n`,
    )
    return twin
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(
      `the witness cannot listen on ${listen}: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

function finish(
  { transcript, record }: RunResult,
  flags: RunFlags,
  out: string | undefined,
  edge: Edge,
): number {
  if (edge.live) edge.out('\r\u001b[K')
  publish(transcript, record, edge, randomBytes(16).toString('hex'))
  const folder = resolve(out ?? 'conformance-report')
  writeFiles(folder, {
    [transcriptFile]: serializeTranscript(transcript),
    [recordFile]: serializeRecord(record),
    ...reportFiles(transcript, record),
  })
  edge.out(`reports   ${folder}\n`)
  if (flags.writeWaivers !== undefined) {
    const file = resolve(flags.writeWaivers)
    writeFiles(dirname(file), { [basename(file)]: draftWaivers(record.checks, record.startedAt) })
    edge.out(
      `baseline  ${flags.writeWaivers} written: give each entry a reason and a link, it is refused until then\n`,
    )
  }
  return exitCodeOf(record)
}

/** The target under the name that it gives itself, when it redirects its reads there. */
async function canonical(target: URL, path: string, limits: Limits): Promise<URL> {
  const transport = createHttpTransport(target, limits)
  try {
    const headers = [['accept', 'application/json']] as const
    const { response } = await transport.send({ method: 'GET', path, headers, body: null })
    return response === null ? target : (canonicalTarget(target, path, response) ?? target)
  } finally {
    await transport.close()
  }
}

function progress(edge: Edge, line: string): void {
  edge.out(edge.live ? `\r\u001b[K${line.slice(0, 110)}` : `${line}\n`)
}
