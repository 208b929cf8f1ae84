import { defaultSettings, type Settings } from '../contracts/settings.ts'
import { nearest } from '../contracts/nearest.ts'
import { z } from '../contracts/zod.ts'
import type { RouteHeaders } from './drive/driver.ts'
import { profiles, type Header, type Profile } from './transcript.ts'

/** A configuration that cannot be used: tells every problem with its place and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

const secretRef = z.union(
  [z.object({ env: z.string().min(1) }).strict(), z.object({ file: z.string().min(1) }).strict()],
  {
    errorMap: () => ({
      message:
        'must be {"env": "NAME"} or {"file": "path"}: secrets come from the environment or a file, never from the configuration',
    }),
  },
)
const headerValue = z.union([z.string(), secretRef])
const route = z.string().regex(/^\/[^\s?#]*$/, 'must be a path that starts with "/"')
const link = z
  .object({
    referralLinkId: z.string().min(1),
    destinationRoute: route.optional(),
    code: z.string().optional(),
    partnerId: z.string().optional(),
  })
  .strict()
const milliseconds = z.number().int().positive().max(600_000)
const basisPoints = z.number().int().min(0).max(10_000)

const configSchema = z
  .object({
    $schema: z.string(),
    target: z.string().url(),
    seed: z.string().min(1),
    profile: z.enum(profiles),
    webhookSecret: secretRef,
    owner: z.object({ headers: z.record(secretRef) }).strict(),
    headers: z.array(
      z
        .object({ method: z.string().optional(), path: z.string().optional(), set: z.record(headerValue) })
        .strict(),
    ),
    referralLinks: z.object({ eligible: link, ineligible: link }).partial().strict(),
    commissionRates: z.object({ primaryBps: basisPoints, bumpBps: basisPoints }).partial().strict(),
    refundWindowDays: z.number().int().positive(),
    texts: z
      .object({ ledger: z.string().min(1), owner: z.string().min(1) })
      .partial()
      .strict(),
    routes: z
      .object({ cancel: route, clicks: route, ledger: route, ownerActions: route, agentDocs: route })
      .partial()
      .strict(),
    witness: z.object({ listen: z.string().regex(/^[^:]+:\d+$|^\[.+\]:\d+$/, 'must be host:port') }).strict(),
    deadlineMs: milliseconds,
    drainMs: milliseconds,
    explore: z.number().int().min(0).max(10_000),
    waivers: z.string().min(1),
    out: z.string().min(1),
  })
  .partial()
  .strict()

/** What `conformance.config.json` may say. */
export type Config = z.infer<typeof configSchema>
type SecretRef = z.infer<typeof secretRef>

/** Reads a configuration from its text. Throws `ConfigError` with every problem. */
export function parseConfig(text: string): Config {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new ConfigError([
      `the configuration is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    ])
  }
  const parsed = configSchema.safeParse(json)
  if (parsed.success) return parsed.data
  throw new ConfigError(
    parsed.error.issues.flatMap((issue) => {
      const place = `/${issue.path.join('/')}`
      if (issue.code !== 'unrecognized_keys') return [`${place}: ${issue.message}`]
      return issue.keys.map((key) => `${join(place, key)}: unknown key${hint(key, knownKeys(issue.path))}`)
    }),
  )
}

function join(place: string, key: string): string {
  return place === '/' ? `/${key}` : `${place}/${key}`
}

function hint(key: string, known: readonly string[]): string {
  const near = nearest(key, known)
  return near === undefined ? `; known are ${known.join(', ')}` : `; did you mean "${near}"?`
}

/** The keys that the schema knows at a path. */
function knownKeys(path: readonly (string | number)[]): string[] {
  let schema: unknown = configSchema
  for (const key of path) {
    schema = unwrap(schema)
    if (schema instanceof z.ZodObject) schema = (schema.shape as Record<string, unknown>)[String(key)]
    else if (schema instanceof z.ZodArray) schema = schema.element
    else if (schema instanceof z.ZodRecord) schema = schema.valueSchema
  }
  const at = unwrap(schema)
  return at instanceof z.ZodObject ? Object.keys(at.shape as object) : []
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema
}

/** Where secrets come from: the environment and files, handed in by the edge. */
export interface SecretSources {
  readonly env: (name: string) => string | undefined
  readonly file: (path: string) => string
}

/** A configuration with its secrets read and its settings completed. */
export interface Resolved {
  readonly settings: Settings
  readonly webhookSecret: string | null
  readonly ownerHeaders: readonly Header[] | null
  readonly routeHeaders: readonly RouteHeaders[]
  /** Values of route headers that came from the environment or a file: they must not be seen anywhere either. */
  readonly headerSecrets: readonly string[]
}

/** Reads the secrets and completes the settings. Throws `ConfigError` for a secret that is missing, or is a live key. */
export function resolveConfig(config: Config, sources: SecretSources): Resolved {
  const problems: string[] = []
  const secret = (ref: SecretRef, place: string): string => {
    const value = readSecret(ref, sources)
    if (typeof value !== 'string') problems.push(`${place}: ${value.problem}`)
    else if (/(^|[^A-Za-z0-9])[sr]k_live_/.test(value)) {
      problems.push(`${place}: this is a live Stripe key; the suite runs against sandboxes only`)
    } else return value
    return ''
  }
  const headerSecrets: string[] = []
  const header = (value: string | SecretRef, place: string): string => {
    if (typeof value === 'string') return secretFree(value, place, problems)
    const read = secret(value, place)
    headerSecrets.push(read)
    return read
  }

  const webhookSecret =
    config.webhookSecret === undefined ? null : secret(config.webhookSecret, '/webhookSecret')
  const ownerHeaders =
    config.owner === undefined
      ? null
      : Object.entries(config.owner.headers).map(([name, ref]): Header => [
          name.toLowerCase(),
          secret(ref, `/owner/headers/${name}`),
        ])
  const routeHeaders = (config.headers ?? []).map(({ method, path, set }, i) => ({
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    set: Object.entries(set).map(([name, value]): Header => [
      name.toLowerCase(),
      header(value, `/headers/${i}/set/${name}`),
    ]),
  }))
  if (problems.length > 0) throw new ConfigError(problems)
  return { settings: settingsOf(config), webhookSecret, ownerHeaders, routeHeaders, headerSecrets }
}

function readSecret(ref: SecretRef, sources: SecretSources): string | { readonly problem: string } {
  if ('env' in ref) {
    const value = sources.env(ref.env)
    return value === undefined || value === ''
      ? { problem: `the environment variable ${ref.env} is not set` }
      : value
  }
  try {
    const value = sources.file(ref.file).trim()
    return value === '' ? { problem: `the file ${ref.file} is empty` } : value
  } catch {
    return { problem: `the file ${ref.file} cannot be read` }
  }
}

function secretFree(value: string, place: string, problems: string[]): string {
  if (/[sr]k_(live|test)_|whsec_|^Bearer\s/i.test(value)) {
    problems.push(`${place}: looks like a secret; write {"env": "NAME"} or {"file": "path"} in its place`)
  }
  return value
}

function settingsOf(config: Config): Settings {
  const { routes, commissionRates, referralLinks } = defaultSettings
  return {
    routes: { ...routes, ...defined(config.routes) },
    ledgerConfirmationText: config.texts?.ledger ?? defaultSettings.ledgerConfirmationText,
    ownerConfirmationText: config.texts?.owner ?? defaultSettings.ownerConfirmationText,
    commissionRates: { ...commissionRates, ...defined(config.commissionRates) },
    refundWindowDays: config.refundWindowDays ?? defaultSettings.refundWindowDays,
    referralLinks: {
      eligible: linkOf(config.referralLinks?.eligible) ?? referralLinks.eligible,
      ineligible: linkOf(config.referralLinks?.ineligible) ?? referralLinks.ineligible,
    },
  }
}

function linkOf(given: z.infer<typeof link> | undefined): Settings['referralLinks']['eligible'] | undefined {
  return given === undefined ? undefined : { referralLinkId: given.referralLinkId, ...defined(given) }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function defined<T extends object>(value: T | undefined): Defined<T> {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter(([, member]) => member !== undefined),
  ) as Defined<T>
}

/** The profile that the configuration allows; a wanted one that it does not allow is an error. */
export function profileOf(
  wanted: Profile | undefined,
  has: { secret: boolean; owner: boolean; witness: boolean },
): Profile {
  const reachable: Profile = !has.secret
    ? 'public'
    : has.witness
      ? 'witnessed'
      : has.owner
        ? 'owner'
        : 'sandbox'
  if (wanted === undefined) return reachable
  const missing = {
    public: null,
    sandbox: has.secret ? null : 'webhookSecret',
    owner: !has.secret ? 'webhookSecret' : has.owner ? null : 'owner.headers',
    witnessed: !has.secret ? 'webhookSecret' : has.witness ? null : 'witness (or --witness host:port)',
  }[wanted]
  if (missing !== null) throw new ConfigError([`the profile ${wanted} needs ${missing} in the configuration`])
  return wanted
}
