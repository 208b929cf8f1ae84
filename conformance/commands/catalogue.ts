import type { Seed } from '../../contracts/contract.ts'
import { requirementById } from '../../contracts/requirements/index.ts'
import { defaultSeed, readSeedFile } from '../../contracts/seed-file.ts'
import { checks } from '../checks/index.ts'
import { sourceLine } from '../report/failure.ts'
import { cut, oneLine } from '../report/plain.ts'
import { selectChecks } from '../select.ts'
import { grouped, traces, type Trace } from '../trace.ts'
import { UsageError, type Edge } from './edge.ts'
import { assertSelects } from './load.ts'

/** `list`: every check with its requirement, level and profile. */
export function listCommand(only: string | null, edge: Edge): number {
  assertSelects(only ?? undefined)
  for (const check of selectChecks(checks, only)) {
    edge.out(
      `${check.requirement.padEnd(8)}${check.level.padEnd(8)}${check.profile.padEnd(11)}${check.id}: ${check.title}\n`,
    )
  }
  return 0
}

/**
 * `explain <id>`: a requirement (or the requirement of a check) with its source, the clauses of the seed that it judges, why
 * it matters, how it is judged and what is driven for it, and how to put it right.
 */
export function explainCommand(id: string, edge: Edge): number {
  const byCheck = checks.find((check) => check.id === id)?.requirement
  const seed = readSeedFile(defaultSeed)
  const trace = traces(seed).find(({ requirement }) => requirement.id === known(byCheck ?? id.toUpperCase()))
  if (trace === undefined) throw new UsageError(`there is no requirement "${id}"`)
  edge.out(`${explanation(trace, seed).map(oneLine).join('\n')}\n`)
  return 0
}

function known(id: string): string {
  try {
    return requirementById(id).id
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${error.message}; \`list\` prints the checks`)
    throw error
  }
}

function explanation({ requirement, clauses, checks: traced, reason }: Trace, seed: Seed): string[] {
  const { statement, should, extra, sources, why, remedy, level, profile, guarantee, levelNotes } =
    requirement
  return [
    `${requirement.id}  ${level}, ${guarantee}, from the profile ${profile}`,
    `demands   ${statement}`,
    ...(should === undefined ? [] : [`should    ${should}`]),
    ...(extra === undefined ? [] : [`and       ${extra.statement} (profile ${extra.profile})`]),
    ...(levelNotes === undefined ? [] : [`note      ${levelNotes}`]),
    ...sources.map((source) => `source    ${sourceLine(source, seed)}`),
    ...grouped(clauses).map(({ at, words }) => `clause    ${at}: ${cut(words.join(' | '), 160)}`),
    `why       ${why}`,
    `remedy    ${remedy}`,
    ...(reason === null ? [] : [`no check  ${reason}`]),
    ...traced.flatMap(({ check, scenarios }) => [
      `judged by ${check.id} (${check.level}): ${check.title}`,
      ...(scenarios === null ? ['          reads whatever was driven'] : []),
      ...(scenarios ?? []).map(({ id, title }) => `          reads ${id}: ${title}`),
      ...(check.needs.length === 0 ? [] : [`          builds on ${check.needs.join(', ')}`]),
      `          would notice: ${check.counterexamples.map(({ name }) => name).join('; ')}`,
    ]),
  ]
}
