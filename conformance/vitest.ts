import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, test } from 'vitest'
import { deriveContract } from '../contracts/derive.ts'
import { defaultSettings, type Settings } from '../contracts/settings.ts'
import { parseSeed } from '../contracts/load.ts'
import { defaultSeed, readSeedFile } from '../contracts/seed-file.ts'
import { checks as allChecks } from './checks/index.ts'
import type { RouteHeaders } from './drive/driver.ts'
import { createFetchTransport } from './drive/fetch-transport.ts'
import { createHttpTransport } from './drive/http-transport.ts'
import { defaultLimits } from './drive/transport.ts'
import type { CheckResult } from './judge/judge.ts'
import { failuresOf } from './report/failure.ts'
import { run, type RunResult, type Witness } from './run.ts'
import { scenariosFor, selectChecks } from './select.ts'
import { scenarios } from './scenarios/index.ts'
import type { Profile } from './transcript.ts'

/** What `conformance()` judges. */
export interface ConformanceOptions {
  /** A URL, or the target's fetch function for a run in the same process. */
  readonly target: string | URL | ((request: Request) => Promise<Response> | Response)
  /** The source data: a path, or the parsed JSON. Default: the seed that comes with the package. */
  readonly seed?: string | URL | object
  readonly webhookSecret?: string
  /** Headers of a valid owner session. */
  readonly ownerHeaders?: Readonly<Record<string, string>>
  readonly routeHeaders?: readonly RouteHeaders[]
  /** Values in the route headers that are secrets: hunted in every answer, and masked in every message. */
  readonly headerSecrets?: readonly string[]
  /** Tells the calls of the target's Stripe client, e.g. from the twin. */
  readonly witness?: Witness
  readonly settings?: Partial<Settings>
  /** Default: as far as the other options allow. */
  readonly profile?: Profile
  /** Globs over check ids, requirement ids and guarantees. */
  readonly only?: string
  /** Milliseconds for one answer. */
  readonly deadlineMs?: number
  /** Milliseconds to wait for late effects after decisions. */
  readonly drainMs?: number
  /** Generated stories to tell (default: a few; 0 for none), and the seed that an earlier run printed. */
  readonly explore?: { readonly stories?: number; readonly seed?: number }
  /** Milliseconds for the whole run; default five minutes. */
  readonly timeoutMs?: number
}

/**
 * Gives one test per check, with the finding as its message, so that `-t`, reporters and the IDE work as they do for
 * any test. The target is driven once, before the tests, and only as far as the selected tests need. A check that the
 * profile cannot judge is skipped with the reason; one that could not be judged fails.
 */
export function conformance(options: ConformanceOptions): void {
  const profile = options.profile ?? reachable(options)
  const checks = selectChecks(allChecks, options.only ?? null)
  describe(`checkout conformance, profile ${profile}`, () => {
    let result: RunResult | undefined
    // eslint-disable-next-line no-empty-pattern -- vitest hands the suite over as the second argument only
    beforeAll(async ({}, suite) => {
      const names = new Set(
        suite.tasks.filter(({ mode }) => mode === 'run' || mode === 'queued').map(({ name }) => name),
      )
      const selected = checks.filter((check) => names.has(nameOf(check)))
      result = await drive(options, profile, selected)
    }, options.timeoutMs ?? 300_000)

    for (const check of checks) {
      test(nameOf(check), ({ skip }) => {
        const outcome = result?.record.checks.find(({ id }) => id === check.id)
        if (outcome === undefined || result === undefined)
          throw new Error('the run ended before this check was judged')
        if (outcome.status === 'not-applicable') skip(outcome.reasons.join('; '))
        const problem = problemOf(result, outcome)
        if (problem !== null) throw new Error(problem)
      })
    }
  })
}

function nameOf(check: {
  readonly requirement: string
  readonly id: string
  readonly title: string
}): string {
  return `${check.requirement} ${check.id}: ${check.title}`
}

/** What a test says of a check that did not pass; null for a pass, and for a SHOULD that is no more than a warning. */
function problemOf({ transcript }: RunResult, outcome: CheckResult): string | null {
  if (outcome.status === 'fail') {
    const [failure] = failuresOf(transcript, [outcome])
    return (failure?.findings ?? [])
      .map(({ message, expected, seen, curl }) =>
        [
          message,
          `expected: ${expected}`,
          `seen: ${seen}`,
          ...(curl === null ? [] : [`again: ${curl}`]),
        ].join('\n'),
      )
      .concat(
        failure === undefined
          ? []
          : [`${failure.requirement}: ${failure.statement}`, `remedy: ${failure.remedy}`],
      )
      .join('\n\n')
  }
  const unjudged =
    outcome.status === 'blocked' || outcome.status === 'inconclusive' || outcome.status === 'error'
  return unjudged && outcome.level === 'MUST' ? `${outcome.status}: ${outcome.reasons.join('; ')}` : null
}

function reachable(options: ConformanceOptions): Profile {
  if (options.webhookSecret === undefined) return 'public'
  if (options.witness !== undefined) return 'witnessed'
  return options.ownerHeaders === undefined ? 'sandbox' : 'owner'
}

async function drive(
  options: ConformanceOptions,
  profile: Profile,
  checks: typeof allChecks,
): Promise<RunResult> {
  const { target } = options
  const limits = { ...defaultLimits, deadlineMs: options.deadlineMs ?? defaultLimits.deadlineMs }
  const origin = new URL(typeof target === 'function' ? 'http://target.test' : target)
  const transport =
    typeof target === 'function'
      ? createFetchTransport(async (request) => target(request), origin.href, limits)
      : createHttpTransport(origin, limits)
  const given = options.seed ?? defaultSeed
  const seed = typeof given === 'string' || given instanceof URL ? readSeedFile(given) : parseSeed(given)
  try {
    return await run({
      target: typeof target === 'function' ? 'in-process' : origin.href,
      origin,
      transport,
      contract: deriveContract(seed, { ...defaultSettings, ...options.settings }),
      profile,
      webhookSecret: options.webhookSecret ?? null,
      ownerHeaders: options.ownerHeaders === undefined ? null : Object.entries(options.ownerHeaders),
      routeHeaders: options.routeHeaders ?? [],
      headerSecrets: options.headerSecrets ?? [],
      witness: options.witness ?? null,
      only: null,
      deadlineMs: limits.deadlineMs,
      drainMs: options.drainMs ?? 2500,
      ...(options.explore === undefined ? {} : { explore: options.explore }),
      now: Date.now,
      random: (count) => randomBytes(count),
      sleep: (ms) => sleep(ms),
      checks,
      scenarios: scenariosFor(checks, scenarios, profile),
    })
  } finally {
    await transport.close()
  }
}
