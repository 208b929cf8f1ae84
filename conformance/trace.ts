import { guarantees, requirements, type Requirement } from '../contracts/requirements/index.ts'
import { clausesOf, type Clause } from './clauses.ts'
import type { Check } from './judge/check.ts'
import { scenarios as allScenarios } from './scenarios/index.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { checks as allChecks } from './checks/index.ts'
import { unjudged } from './unjudged.ts'

/** A requirement with all that hangs on it. */
export interface Trace {
  readonly requirement: Requirement
  /** The clauses of the seed that it judges. */
  readonly clauses: readonly Clause[]
  readonly checks: readonly TracedCheck[]
  /** Why no check judges it; null where one does. */
  readonly reason: string | null
}

export interface TracedCheck {
  readonly check: Check
  /** The scenarios that it reads; null for whatever was driven. */
  readonly scenarios: readonly Pick<Scenario, 'id' | 'title' | 'profile'>[] | null
}

/** The way from a clause of the seed to what is driven, for each requirement, in the order of the catalogue. Pure. */
export function traces(
  seed: unknown,
  checks: readonly Check[] = allChecks,
  scenarios: readonly Scenario[] = allScenarios,
): Trace[] {
  const clauses = clausesOf(seed)
  return guarantees.flatMap((guarantee) =>
    requirements
      .filter((requirement) => requirement.guarantee === guarantee)
      .map((requirement) => ({
        requirement,
        clauses: clauses.filter((clause) => clause.requirements.includes(requirement.id)),
        checks: checks
          .filter((check) => check.requirement === requirement.id)
          .map((check) => ({
            check,
            scenarios: check.scenarios.includes('*')
              ? null
              : scenarios.filter(({ id }) => check.scenarios.includes(id)),
          })),
        reason: unjudged.find(({ requirement: id }) => id === requirement.id)?.reason ?? null,
      })),
  )
}

/** One clause standing for many values of one list or kind: what differs between them is written as `*`. */
export interface ClauseGroup {
  readonly at: string
  readonly words: readonly string[]
}

/** Clauses that differ in one index alone, put together, so that a long list reads as one line. */
export function grouped(clauses: readonly Clause[]): ClauseGroup[] {
  const groups = new Map<string, string[]>()
  for (const { at, words } of clauses) {
    const key = at.replace(/\/\d+(?=\/|$)/g, '/*')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [words])
    else group.push(words)
  }
  return [...groups].map(([key, words]) => ({
    at:
      words.length === 1
        ? (clauses.find(({ at }) => at.replace(/\/\d+(?=\/|$)/g, '/*') === key)?.at ?? key)
        : key,
    words,
  }))
}
