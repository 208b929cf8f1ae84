import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { nearest } from '../../contracts/nearest.ts'
import { requirementById } from '../../contracts/requirements/index.ts'
import { defaultSeed } from '../../contracts/seed-file.ts'
import { checks } from '../checks/index.ts'
import { ConfigError, parseConfig, type Config } from '../config.ts'
import { unfitting } from '../select.ts'
import { profiles, type Profile } from '../transcript.ts'
import { parseWaivers, WaiverError, type Waiver } from '../waivers.ts'
import { UsageError } from './edge.ts'

export const defaultConfigFile = 'conformance.config.json'

/** A configuration with the folder that its paths are relative to, and its file where there is one. */
export interface LoadedConfig {
  readonly config: Config
  readonly folder: string
  readonly file: string | null
}

/** Reads a configuration; without a path the default file, where there is one. */
export function loadConfig(path: string | undefined): LoadedConfig {
  const file = resolve(path ?? defaultConfigFile)
  if (path === undefined && !existsSync(file)) return { config: {}, folder: process.cwd(), file: null }
  const text = readText(file, 'configuration')
  try {
    return { config: parseConfig(text), folder: dirname(file), file }
  } catch (error) {
    if (error instanceof ConfigError)
      throw new ConfigError(error.problems.map((problem) => `${file}: ${problem}`))
    throw error
  }
}

/** A seed given on the command line is relative to where one stands, one in the configuration to the configuration. */
export function seedOf(
  given: string | undefined,
  { config, folder }: Pick<LoadedConfig, 'config' | 'folder'>,
): string | URL {
  if (given !== undefined) return resolve(given)
  return config.seed === undefined ? defaultSeed : resolve(folder, config.seed)
}

/** Reads the baseline, where one is named. */
export function loadWaivers(path: string | undefined): readonly Waiver[] {
  if (path === undefined) return []
  try {
    return parseWaivers(
      readText(path, 'baseline'),
      checks.map(({ id }) => id),
    )
  } catch (error) {
    if (error instanceof WaiverError) throw new UsageError(`${path}:\n${error.message}`)
    throw error
  }
}

function readText(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`the ${what} ${file} cannot be read`)
  }
}

/** The target's URL, or a `UsageError` that says what is wrong with it. */
export function targetUrl(given: string | undefined): URL {
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

/** Throws `UsageError` for a glob that fits no check. */
export function assertSelects(only: string | undefined): void {
  const [glob] = unfitting(checks, only ?? null)
  if (glob === undefined) return
  const names = checks.flatMap(({ id, requirement }) => [
    id,
    requirement,
    requirementById(requirement).guarantee,
  ])
  const near = nearest(glob.trim(), [...new Set(names)])
  throw new UsageError(
    `no check fits "${glob.trim()}"${near === undefined ? '' : `; did you mean "${near}"?`} \`list\` prints them`,
  )
}

export function wantedProfile(name: string | undefined): Profile | undefined {
  if (name === undefined) return undefined
  const profile = profiles.find((one) => one === name)
  if (profile === undefined)
    throw new UsageError(`there is no profile "${name}"; known are ${profiles.join(', ')}`)
  return profile
}

/** `host:port` of the witness. */
export function witnessAddress(given: string): { host: string; port: number } {
  const [, bracketed, plain, port] = given.match(/^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/) ?? []
  const host = bracketed ?? plain
  if (host === undefined || port === undefined || Number(port) > 65_535) {
    throw new UsageError(`the witness "${given}" must be host:port, e.g. 127.0.0.1:12111`)
  }
  return { host, port: Number(port) }
}
