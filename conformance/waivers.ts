import { z } from '../contracts/zod.ts'
import type { CheckResult } from './judge/judge.ts'

const waiver = z
  .object({
    /** Check id. */
    check: z.string().min(1),
    /** Why the failure is accepted for now. */
    reason: z.string().trim().min(10, 'say why, in ten characters or more'),
    /** Where the repair is followed, e.g. an issue. */
    link: z.string().url(),
    /** The last day on which the waiver holds. */
    expires: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date, YYYY-MM-DD'),
  })
  .strict()

/** A known failure that a team accepts for a while. It never certifies. */
export type Waiver = z.infer<typeof waiver>

/** A baseline that cannot be read; every problem with its place. */
export class WaiverError extends Error {
  override readonly name = 'WaiverError'
}

/** Reads `waivers.json`: a list. Throws `WaiverError`, also for a check that does not exist. */
export function parseWaivers(text: string, checkIds: readonly string[]): Waiver[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new WaiverError(`not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = z.array(waiver).safeParse(json)
  if (!parsed.success) {
    throw new WaiverError(
      parsed.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`).join('\n'),
    )
  }
  const problems = parsed.data.flatMap(({ check }, i) => [
    ...(checkIds.includes(check) ? [] : [`/${i}/check: there is no check "${check}"; \`list\` prints them`]),
    ...(parsed.data.findIndex((other) => other.check === check) === i
      ? []
      : [`/${i}/check: "${check}" is waived twice`]),
  ])
  if (problems.length > 0) throw new WaiverError(problems.join('\n'))
  return parsed.data
}

export interface WaiverOutcome {
  /** Checks whose failure is accepted. */
  readonly applied: readonly string[]
  /** What is wrong with the baseline itself: stale and expired entries. They fail the run. */
  readonly problems: readonly string[]
}

/** Holds a baseline against the results of a run that began at `startedAt` (ISO 8601). */
export function applyWaivers(
  waivers: readonly Waiver[],
  results: readonly CheckResult[],
  startedAt: string,
): WaiverOutcome {
  const today = startedAt.slice(0, 10)
  const applied: string[] = []
  const problems: string[] = []
  for (const { check, expires } of waivers) {
    const result = results.find(({ id }) => id === check)
    // A check that was not selected, or that the profile cannot judge, says nothing of its waiver.
    if (result === undefined || result.status === 'not-applicable') continue
    if (expires < today) problems.push(`${check}: the waiver expired on ${expires}`)
    else if (result.status === 'fail' || result.status === 'warn') applied.push(check)
    else if (result.status === 'pass')
      problems.push(`${check}: the waiver is stale, the check passes: take it out`)
  }
  return { applied, problems }
}

/** A baseline for the failures of a run: reasons and links are for its author to fill in, and it is refused until they are. */
export function draftWaivers(results: readonly CheckResult[], startedAt: string): string {
  const expires = new Date(Date.parse(startedAt) + 30 * 86_400_000).toISOString().slice(0, 10)
  const drafts = results
    .filter(({ status }) => status === 'fail')
    .map(({ id }) => ({ check: id, reason: '', link: '', expires }))
  return `${JSON.stringify(drafts, null, 2)}\n`
}
