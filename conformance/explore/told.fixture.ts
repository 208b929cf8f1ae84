import { runOnGateway, type GatewayRun } from '../gateway.fixture.ts'
import { checks } from '../checks/index.ts'
import { sequencesScenario } from '../judge/sequences/story.ts'
import type { RunResult } from '../run.ts'

/** The checks that judge stories and nothing else. */
export const sequenceChecks = checks.filter(({ scenarios }) => scenarios.includes(sequencesScenario))

/** Explores the repository's gateway, and judges nothing but the stories. */
export async function exploreGateway(
  explore: { readonly stories?: number; readonly seed?: number },
  options: GatewayRun = {},
): Promise<RunResult> {
  return runOnGateway({
    profile: 'owner',
    ...options,
    run: { checks: sequenceChecks, explore, ...options.run },
  })
}

/** What was found, one line a check. */
export function foundBy({ record }: RunResult): string[] {
  return record.checks.flatMap(({ requirement, findings }) =>
    findings.map(({ message, seen }) => `${requirement}: ${message} (${seen})`),
  )
}
