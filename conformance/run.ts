import type { Contract } from '../contracts/contract.ts'
import { checks as allChecks } from './checks/index.ts'
import type { BrowserAtHand } from './drive/browser.ts'
import { createCanaries, type RandomBytes } from './drive/canaries.ts'
import { Aborted, Fault, type Driver, type FailSessions, type RouteHeaders } from './drive/driver.ts'
import { createSealer } from './drive/seal.ts'
import { createSuite } from './drive/suite.ts'
import { createSecretIndex } from './drive/secret-index.ts'
import type { Transport } from './drive/transport.ts'
import type { Check } from './judge/check.ts'
import { parseJson } from './judge/look.ts'
import { sequencesScenario } from './judge/sequences/story.ts'
import { createRecord, type RunRecord } from './record.ts'
import { scenarios as allScenarios } from './scenarios/index.ts'
import { preflight } from './scenarios/preflight.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { selectChecks, scenariosFor } from './select.ts'
import {
  profiles,
  type Entry,
  type Header,
  type Profile,
  type Transcript,
  type TranscriptHeader,
  type WitnessedCall,
} from './transcript.ts'
import { suiteVersion } from './version.ts'
import type { Waiver } from './waivers.ts'

/** What the witness told, without the position that the run gives it. */
export type SeenCall = Omit<WitnessedCall, 'kind' | 'n' | 'at'>

/** The twin as the run sees it: it tells every call, from the moment of subscription. */
export interface Witness {
  readonly onCall: (listener: (call: SeenCall) => void) => () => void
  /** Makes session-creates fail from now on, where it can do that; returns the way to stop it. */
  readonly failSessions?: FailSessions
}

export interface RunOptions {
  /** How the target is called in the record. */
  readonly target: string
  readonly transport: Transport
  /** The target's base, within which its redirects are followed. */
  readonly origin: URL
  readonly contract: Contract
  readonly profile: Profile
  readonly webhookSecret: string | null
  readonly ownerHeaders: readonly Header[] | null
  readonly routeHeaders: readonly RouteHeaders[]
  /** Secret values among the route headers. */
  readonly headerSecrets: readonly string[]
  readonly witness: Witness | null
  /** Whoever opened it closes it. Without one the pages are judged by their static HTML. */
  readonly browser?: BrowserAtHand | null
  /** The baseline of known failures. */
  readonly waivers?: readonly Waiver[]
  /** Glob over check ids, requirement ids and guarantees; null runs everything. */
  readonly only: string | null
  readonly deadlineMs: number
  readonly drainMs: number
  /** Generated stories to tell (default: a few; 0 for none), and the seed for them (default: drawn). */
  readonly explore?: { readonly stories?: number; readonly seed?: number }
  readonly now: () => number
  readonly random: RandomBytes
  readonly sleep: (ms: number) => Promise<void>
  readonly onScenario?: (scenario: Scenario, index: number, count: number) => void
  readonly onEntry?: (entry: Entry) => void
  /** For tests: other lists than the suite's own. */
  readonly checks?: readonly Check[]
  readonly scenarios?: readonly Scenario[]
}

export interface RunResult {
  readonly transcript: Transcript
  readonly record: RunRecord
}

/** Drives a target and judges what was recorded. Throws `Unreachable` and `LiveTarget`; anything else is a fault of ours. */
export async function run(options: RunOptions): Promise<RunResult> {
  const transcript = await drive(withinProfile(options))
  return { transcript, record: createRecord(transcript, options.checks ?? allChecks) }
}

/** What a profile does not use is not sent either, whatever is at hand. */
function withinProfile(options: RunOptions): RunOptions {
  const below = (profile: Profile) => profiles.indexOf(options.profile) < profiles.indexOf(profile)
  return {
    ...options,
    webhookSecret: below('sandbox') ? null : options.webhookSecret,
    ownerHeaders: below('owner') ? null : options.ownerHeaders,
    witness: below('witnessed') ? null : options.witness,
  }
}

async function drive(options: RunOptions): Promise<Transcript> {
  const { contract, profile, random, witness } = options
  const checks = selectChecks(options.checks ?? allChecks, options.only)
  const scenarios = scenariosFor(checks, options.scenarios ?? allScenarios, profile, options.browser != null)
  const index = createSecretIndex()
  const canaries = createCanaries(random, index)
  for (const [kind, value] of configuredSecrets(options)) canaries.learn(kind, value)

  const entries: Entry[] = []
  let position = 0
  const startedAt = options.now()
  const published: { ledgerText?: string; ownerText?: string } = {}
  const onEntry = (entry: Entry) => {
    entries.push(entry)
    options.onEntry?.(entry)
  }
  const sealer = createSealer(index, canaries, JSON.stringify([contract.seed, contract.settings]))
  const nextPosition = () => (position += 1)
  const exploration = explorationOf(options)
  const suite = createSuite({
    ...options,
    browser: options.browser ?? null,
    failSessions: witness?.failSessions ?? null,
    canaries,
    sealer,
    onEntry,
    nextPosition,
  })
  const unsubscribe = witness?.onCall((call) => {
    const idempotencyKey = call.idempotencyKey === null ? null : sealer.text(call.idempotencyKey)
    const sealed = sealer.text(JSON.stringify(call.params))
    const params = parseJson(sealed) ?? sealed
    onEntry({
      ...call,
      idempotencyKey,
      params,
      kind: 'call',
      n: nextPosition(),
      at: options.now() - startedAt,
    })
  })
  const driven: string[] = []
  try {
    const ready = await preflight(suite, published, options.ownerHeaders)
    // A target that answers nothing is not asked a thousand times; one that says it is live is only read.
    const chosen = ready.silent
      ? []
      : scenarios.filter(
          ({ id, writes }) =>
            (!ready.readOnly || writes === false) &&
            (exploration.exploration !== undefined || id !== sequencesScenario),
        )
    for (const [i, scenario] of chosen.entries()) {
      options.onScenario?.(scenario, i, chosen.length)
      driven.push(scenario.id)
      try {
        await scenario.drive({ ...suite.driverFor(scenario.id), contract: ready.contract, ...exploration })
      } catch (error) {
        // A fault of ours in one scenario must not cost the record of all the others.
        suite.abort(scenario.id, error instanceof Aborted ? error : faultOf(error))
      }
    }
  } finally {
    unsubscribe?.()
  }
  const header: TranscriptHeader = {
    kind: 'header',
    format: 1,
    suite: suiteVersion,
    target: options.target,
    profile,
    configured: configured(options),
    startedAt: new Date(startedAt).toISOString(),
    deadlineMs: options.deadlineMs,
    drainMs: options.drainMs,
    scenarios: driven,
    only: options.only,
    seed: contract.seed,
    settings: contract.settings,
    published,
    canaries: canaries.list(),
    waivers: options.waivers ?? [],
  }
  return { header, entries }
}

function faultOf(error: unknown): Fault {
  return new Fault(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
}

/** So many stories are told unless one says otherwise: each takes about fifteen exchanges. */
const fewStories = 8

function explorationOf({ explore, random }: RunOptions): Pick<Driver, 'exploration'> {
  const stories = explore?.stories ?? fewStories
  const drawn = random(4).reduce((sum, byte) => (sum << 8) | byte, 0)
  return stories === 0 ? {} : { exploration: { stories, seed: explore?.seed ?? drawn } }
}

function configured(options: RunOptions): TranscriptHeader['configured'] {
  return [
    ...(options.webhookSecret === null ? [] : ['webhookSecret' as const]),
    ...(options.ownerHeaders === null ? [] : ['owner' as const]),
    ...(options.witness === null ? [] : ['witness' as const]),
    ...(options.browser == null ? [] : ['browser' as const]),
  ]
}

type ConfiguredSecret = readonly ['webhook-secret' | 'owner-session' | 'header-secret', string]

function configuredSecrets(options: RunOptions): ConfiguredSecret[] {
  const secrets: ConfiguredSecret[] = []
  if (options.webhookSecret !== null) secrets.push(['webhook-secret', options.webhookSecret])
  for (const [, value] of options.ownerHeaders ?? []) {
    // A session may come back without its scheme: `Bearer abc` is as secret as `abc`.
    secrets.push(['owner-session', value.replace(/^[A-Za-z]+\s+/, '')])
  }
  for (const value of options.headerSecrets) secrets.push(['header-secret', value])
  return secrets
}
