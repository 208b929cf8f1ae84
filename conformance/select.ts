import { requirementById } from '../contracts/requirements/index.ts'
import type { Check } from './judge/check.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { profiles, type Profile } from './transcript.ts'

/** Checks whose id, requirement or guarantee fits one of the comma-separated globs (`*` any run of characters). */
export function selectChecks(checks: readonly Check[], only: string | null): readonly Check[] {
  if (only === null) return checks
  const patterns = only.split(',').map(globPattern)
  return checks.filter(({ id, requirement }) =>
    [id, requirement, requirementById(requirement).guarantee].some((name) =>
      patterns.some((pattern) => pattern.test(name)),
    ),
  )
}

/** The globs of a selection that fit no check: a typo must not make a run that judges nothing. */
export function unfitting(checks: readonly Check[], only: string | null): string[] {
  return (only?.split(',') ?? []).filter((glob) => selectChecks(checks, glob).length === 0)
}

function globPattern(glob: string): RegExp {
  const escaped = glob
    .trim()
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
  return new RegExp(`^${escaped}$`, 'i')
}

/** The scenarios that the checks read and the profile and the browser admit, in their order. A check that reads `*` wants them all. */
export function scenariosFor(
  checks: readonly Check[],
  scenarios: readonly Scenario[],
  profile: Profile,
  browserAtHand = false,
): readonly Scenario[] {
  const wanted = new Set(checks.flatMap((check) => check.scenarios))
  return scenarios.filter(
    (scenario) =>
      profiles.indexOf(scenario.profile) <= profiles.indexOf(profile) &&
      (scenario.browser !== true || browserAtHand) &&
      (wanted.has('*') || wanted.has(scenario.id)),
  )
}
