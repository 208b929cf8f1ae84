import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readContract } from '../../contracts/seed-file.ts'
import { ConfigError, parseConfig, profileOf, resolveConfig, type Config } from '../config.ts'
import { createHttpTransport } from '../drive/http-transport.ts'
import { canonicalTarget } from '../drive/politeness.ts'
import { defaultLimits, type Limits } from '../drive/transport.ts'
import { exitCodeOf } from '../judge/verdict.ts'
import { junitReport } from '../report/junit.ts'
import { terminalReport } from '../report/terminal.ts'
import { run, type RunResult } from '../run.ts'
import {
  recordFile,
  serializeRecord,
  serializeTranscript,
  transcriptFile,
  writeFiles,
} from '../run-folder.ts'
import { profiles, type Profile } from '../transcript.ts'
import { UsageError, type Edge } from './edge.ts'

export interface RunFlags {
  readonly config?: string
  readonly seed?: string
  readonly profile?: string
  readonly out?: string
  readonly only?: string
}

export const defaultSeed = fileURLToPath(
  new URL('../../seeds/checkout-offer-source-data.json', import.meta.url),
)
const defaultConfigFile = 'conformance.config.json'

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
): Promise<number> {
  const given = targetUrl(url ?? config.target)
  const resolved = resolveConfig(config, {
    env: edge.env,
    file: (path) => readFileSync(resolve(folder, path), 'utf8'),
  })
  const contract = readContract(seedPath(flags, config, folder), resolved.settings)
  const profile = profileOf(wantedProfile(flags.profile) ?? config.profile, {
    secret: resolved.webhookSecret !== null,
    owner: resolved.ownerHeaders !== null,
    witness: false,
  })
  const limits = {
    ...defaultLimits,
    ...(config.deadlineMs === undefined ? {} : { deadlineMs: config.deadlineMs }),
  }
  const target = await canonical(given, contract.routes.sourceData, limits)
  const transport = createHttpTransport(target, limits)
  try {
    const result = await run({
      ...resolved,
      target: target.href,
      transport,
      origin: target,
      contract,
      profile,
      ownerHeaders: profile === 'public' || profile === 'sandbox' ? null : resolved.ownerHeaders,
      webhookSecret: profile === 'public' ? null : resolved.webhookSecret,
      witness: null,
      only: flags.only ?? null,
      deadlineMs: limits.deadlineMs,
      drainMs: config.drainMs ?? 2500,
      now: Date.now,
      random: (count) => randomBytes(count),
      sleep: (ms) => sleep(ms),
      onScenario: (scenario, index, count) =>
        progress(edge, `${index + 1}/${count} ${scenario.id}: ${scenario.title}`),
    })
    return finish(
      result,
      flags.out ?? (config.out === undefined ? undefined : resolve(folder, config.out)),
      edge,
    )
  } finally {
    await transport.close()
  }
}

function finish({ transcript, record }: RunResult, out: string | undefined, edge: Edge): number {
  if (edge.live) edge.out('\r\u001b[K')
  edge.out(terminalReport(transcript, record))
  const folder = resolve(out ?? 'conformance-report')
  writeFiles(folder, {
    [transcriptFile]: serializeTranscript(transcript),
    [recordFile]: serializeRecord(record),
    'junit.xml': junitReport(transcript, record),
  })
  edge.out(`reports   ${folder}\n`)
  return exitCodeOf(record.verdict, record.checks)
}

/** The target under the name that it gives itself, when it redirects its reads there. */
async function canonical(target: URL, path: string, limits: Limits): Promise<URL> {
  const transport = createHttpTransport(target, limits)
  try {
    const { response } = await transport.send({
      method: 'GET',
      path,
      headers: [['accept', 'application/json']],
      body: null,
    })
    return response === null ? target : (canonicalTarget(target, path, response) ?? target)
  } finally {
    await transport.close()
  }
}

function progress(edge: Edge, line: string): void {
  edge.out(edge.live ? `\r\u001b[K${line.slice(0, 110)}` : `${line}\n`)
}

function loadConfig(path: string | undefined): { config: Config; folder: string } {
  const file = resolve(path ?? defaultConfigFile)
  if (path === undefined && !existsSync(file)) return { config: {}, folder: process.cwd() }
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`the configuration ${file} cannot be read`)
  }
  try {
    return { config: parseConfig(text), folder: dirname(file) }
  } catch (error) {
    if (error instanceof ConfigError)
      throw new ConfigError(error.problems.map((problem) => `${file}: ${problem}`))
    throw error
  }
}

/** A seed given on the command line is relative to where one stands, one in the configuration to the configuration. */
function seedPath(flags: RunFlags, config: Config, folder: string): string {
  if (flags.seed !== undefined) return resolve(flags.seed)
  return config.seed === undefined ? defaultSeed : resolve(folder, config.seed)
}

function targetUrl(given: string | undefined): URL {
  if (given === undefined) throw new UsageError('no target: give its URL, or "target" in the configuration')
  let url: URL
  try {
    url = new URL(given)
  } catch {
    throw new UsageError(`the target "${given}" is no URL: write http://host:port or https://host`)
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UsageError(`the target "${given}" must be an http or https URL`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError('the target URL holds credentials: put them into "headers" of the configuration')
  }
  return url
}

function wantedProfile(name: string | undefined): Profile | undefined {
  if (name === undefined) return undefined
  const profile = profiles.find((one) => one === name)
  if (profile === undefined)
    throw new UsageError(`there is no profile "${name}"; known are ${profiles.join(', ')}`)
  return profile
}
