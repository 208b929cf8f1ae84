import { readSeedFile } from '../../contracts/seed-file.ts'
import { requirementById, requirements } from '../../contracts/requirements/index.ts'
import { checks } from '../checks/index.ts'
import { sourceLine } from '../report/failure.ts'
import { selectChecks } from '../select.ts'
import { UsageError, type Edge } from './edge.ts'
import { defaultSeed } from './load.ts'

/** `list`: every check with its requirement, level and profile. */
export function listCommand(only: string | null, edge: Edge): number {
  for (const check of selectChecks(checks, only)) {
    edge.out(
      `${check.requirement.padEnd(8)}${check.level.padEnd(8)}${check.profile.padEnd(11)}${check.id}: ${check.title}\n`,
    )
  }
  return 0
}

/** `explain <id>`: a requirement (or the requirement of a check) with its source, why it matters, how it is judged, how to put it right. */
export function explainCommand(id: string, edge: Edge): number {
  const byCheck = checks.find((check) => check.id === id)?.requirement
  let requirement: ReturnType<typeof requirementById>
  try {
    requirement = requirementById(byCheck ?? id.toUpperCase())
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${error.message}; \`list\` prints the checks`)
    throw error
  }
  const seed = readSeedFile(defaultSeed)
  const { statement, should, extra, sources, why, remedy, level, profile, guarantee } = requirement
  const lines = [
    `${requirement.id}  ${level}, ${guarantee}, from the profile ${profile}`,
    `demands   ${statement}`,
    ...(should === undefined ? [] : [`should    ${should}`]),
    ...(extra === undefined ? [] : [`and       ${extra.statement} (profile ${extra.profile})`]),
    ...sources.map((source) => `source    ${sourceLine(source, seed)}`),
    `why       ${why}`,
    `remedy    ${remedy}`,
    ...checks
      .filter((check) => check.requirement === requirement.id)
      .flatMap((check) => [
        `judged by ${check.id} (${check.level}): ${check.title}`,
        `          reads ${check.scenarios.join(', ')}${check.needs.length === 0 ? '' : `; builds on ${check.needs.join(', ')}`}`,
        `          would notice: ${check.counterexamples.map(({ name }) => name).join('; ')}`,
      ]),
  ]
  edge.out(`${lines.join('\n')}\n`)
  return 0
}

/** Requirements without a check. */
export function unjudgedRequirements(): string[] {
  return requirements
    .filter(({ id }) => !checks.some((check) => check.requirement === id))
    .map(({ id }) => id)
}
