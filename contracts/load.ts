import { seedSchema, type Contract, type Seed } from './contract.ts'
import { crossReferenceProblems } from './cross-references.ts'
import { inDocumentOrder } from './document-order.ts'
import { impossibilities } from './impossible.ts'
import { toPointer } from './json-pointer.ts'
import { linePosition, scanJson } from './json-text.ts'
import type { SeedProblem } from './seed-rule.ts'

/** A seed was refused. `problems` has everything that was found, in the order of the document. */
export class SeedError extends Error {
  override readonly name = 'SeedError'
  readonly problems: readonly SeedProblem[]

  constructor(problems: readonly SeedProblem[], origin = 'the seed') {
    const lines = problems.map(
      ({ pointer, message }) => `  ${pointer === '' ? '(document)' : pointer}: ${message}`,
    )
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
    super(`${origin} has ${count}:\n${lines.join('\n')}`)
    this.problems = problems
  }
}

/**
 * The seed that a JSON value is: its own copy, member order kept. Throws `SeedError` with every error of shape and
 * every broken cross-reference at once.
 */
export function parseSeed(json: unknown): Seed {
  const problems = [...shapeProblems(json), ...crossReferenceProblems(json), ...impossibilities(json)]
  if (problems.length > 0 || !isSeed(json)) throw new SeedError(inDocumentOrder(json, problems))
  return structuredClone(json)
}

/** As `parseSeed`, from text. Text that is no JSON, or that names a member twice, is a `SeedError` too. */
export function parseSeedText(text: string): Seed {
  const { stoppedAt, duplicates } = scanJson(text)
  if (stoppedAt !== undefined) {
    const where = linePosition(text, stoppedAt)
    const what = stoppedAt >= text.length ? 'the text ends too early' : 'unexpected character'
    throw new SeedError([{ pointer: '', message: `is not JSON: ${what} at ${where}` }])
  }
  if (duplicates.length > 0) {
    throw new SeedError(
      duplicates.map(({ pointer, name }) => ({
        pointer,
        message: `the member "${name}" stands twice in one object; readers differ on which one counts`,
      })),
    )
  }
  const json: unknown = JSON.parse(text)
  return parseSeed(json)
}

/**
 * Two roles on one route, where one of them comes from the settings: a seed alone cannot know. Throws `SeedError`, and
 * answers with the contract that it was given.
 */
export function withDistinctRoutes(contract: Contract): Contract {
  const first = new Map<string, string>()
  const problems = Object.entries(contract.routes).flatMap(([role, route]: [string, string]) => {
    const earlier = first.get(route)
    if (earlier === undefined) first.set(route, role)
    const message = `"${route}" is both the ${earlier ?? ''} and the ${role} route; each needs its own`
    return earlier === undefined ? [] : [{ pointer: '', message }]
  })
  if (problems.length > 0) throw new SeedError(problems)
  return contract
}

function isSeed(json: unknown): json is Seed {
  return seedSchema.safeParse(json).success
}

function shapeProblems(json: unknown): SeedProblem[] {
  const result = seedSchema.safeParse(json)
  if (result.success) return []
  return result.error.issues.flatMap((issue) => {
    const pointer = toPointer(issue.path)
    if (issue.code !== 'unrecognized_keys') return [{ pointer, message: issue.message }]
    return issue.keys.map((key) => ({
      pointer: `${pointer}${toPointer([key])}`,
      message: 'is no member that belongs here',
    }))
  })
}
