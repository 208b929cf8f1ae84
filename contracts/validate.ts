import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Contract } from './contract.ts'
import { escapeToken } from './json-pointer.ts'
import { jsonSchemaFor } from './json-schema.ts'
import { createVisibility, type Visibility } from './visibility.ts'
import type { SchemaId } from './wire/schemas.ts'

/**
 * One way in which a value does not fit its schema: a name of the forbidden vocabulary, a member that the surface does
 * not list (often harmless), or anything else.
 */
export interface Problem {
  readonly kind: 'forbidden' | 'unlisted' | 'invalid'
  /** JSON Pointer of the value at fault; for a member that should not be there, of that member. */
  readonly pointer: string
  readonly property?: string
  readonly message: string
}

interface Validator {
  /** The problems of a value, forbidden names first; none means that it fits. Bounded for hostile values. */
  readonly validate: (schema: SchemaId, value: unknown) => Problem[]
}

const known = new WeakMap<Contract, Validator>()

/** The one validator of a contract. Schemas are compiled when first used and kept with the contract. */
export function createValidator(contract: Contract): Validator {
  const made = known.get(contract) ?? validatorOf(contract)
  known.set(contract, made)
  return made
}

function validatorOf(contract: Contract): Validator {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    inlineRefs: false,
  })
  ajv.addVocabulary(['x-visibility'])
  const visibility = createVisibility(contract)
  const compiled = new Map<SchemaId, ValidateFunction>()
  return {
    validate(schema, value) {
      const check = compiled.get(schema) ?? ajv.compile(jsonSchemaFor(contract, schema))
      compiled.set(schema, check)
      return check(value) ? [] : problemsFrom(check.errors ?? [], visibility, schema)
    },
  }
}

const order = { forbidden: 0, invalid: 1, unlisted: 2 } as const

/** How many errors are told apart: an answer with more is broken beyond reading, and may be meant to be. */
const mostErrors = 1_000

function problemsFrom(all: readonly ErrorObject[], visibility: Visibility, schema: SchemaId): Problem[] {
  const errors = [
    ...all.filter(({ keyword }) => keyword === 'false schema').slice(0, mostErrors),
    ...all.filter(({ keyword }) => keyword !== 'false schema').slice(0, mostErrors),
  ]
  const listing = errors.filter((error) => schema === 'agent-docs' && speaksOfListing(error))
  const others = errors.filter((error) => !listing.includes(error))
  const problems = nearestBranches(others).map((error) => problemFrom(error, visibility))
  if (listing.length > 0)
    problems.push({ kind: 'invalid', pointer: '', message: 'must list the source-data route' })
  const first = new Map<string, Problem>()
  for (const problem of problems.sort((a, b) => order[a.kind] - order[b.kind])) {
    const key = problem.property === undefined ? `${problem.pointer} ${problem.message}` : problem.pointer
    if (!first.has(key)) first.set(key, problem)
  }
  return [...first.values()]
}

/** Whether an error comes from the recursive search for the source-data route: the one choice of that schema. */
const speaksOfListing = ({ schemaPath }: ErrorObject): boolean =>
  /^#(?:\/\$defs\/lists-source-data)?\/anyOf/.test(schemaPath)

/** Whether an open set of flags refused a member that it does not name. */
const refusesUnnamed = ({ schemaPath }: ErrorObject): boolean =>
  /\/additionalProperties\/(?:const|type)$/.test(schemaPath)

function problemFrom(error: ErrorObject, { forbiddenReason }: Visibility): Problem {
  const { instancePath, keyword } = error
  if (keyword === 'false schema') return memberProblem(instancePath, lastToken(instancePath), forbiddenReason)
  if (keyword === 'additionalProperties') {
    const property = String(error.params['additionalProperty'])
    return memberProblem(`${instancePath}/${escapeToken(property)}`, property, forbiddenReason)
  }
  // An open set of flags refuses `true`; any other value under such a name is merely a member that nobody listed.
  if (refusesUnnamed(error) && error.data !== true)
    return memberProblem(instancePath, lastToken(instancePath), forbiddenReason)
  const says =
    keyword === 'choice'
      ? 'is none of the values that the contract allows here'
      : (error.message ?? `fails "${keyword}"`)
  const expected =
    keyword === 'const'
      ? `must be ${JSON.stringify(error.params['allowedValue'])}`
      : keyword === 'enum'
        ? `must be one of ${JSON.stringify(error.params['allowedValues'])}`
        : says
  return { kind: 'invalid', pointer: instancePath, message: expected }
}

function memberProblem(pointer: string, property: string, reasonFor: Visibility['forbiddenReason']): Problem {
  const reason = reasonFor(property)
  return reason === undefined
    ? {
        kind: 'unlisted',
        pointer,
        property,
        message: `the member "${property}" is not listed for this surface`,
      }
    : { kind: 'forbidden', pointer, property, message: `the member "${property}" is forbidden: ${reason}` }
}

function lastToken(pointer: string): string {
  return pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
}

/**
 * Of a failed choice only the errors of the branch that came nearest: an optional object with one odd member should
 * say so, and not also that it is not null.
 */
function nearestBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choice = errors.find(({ keyword }) => keyword === 'anyOf')
  if (choice === undefined) return errors
  const others = errors.filter((each) => each !== choice)
  const branches = new Map<string, ErrorObject[]>()
  for (const error of others) {
    const branch = branchOf(error, choice)
    if (branch !== undefined) branches.set(branch, [...(branches.get(branch) ?? []), error])
  }
  const kept = others.filter((error) => branchOf(error, choice) === undefined)
  const ranked = [...branches.values()].sort((a, b) => distance(a, choice) - distance(b, choice))
  const nearest = ranked[0]
  return nearestBranches(
    nearest === undefined ? [...kept, { ...choice, keyword: 'choice' }] : [...kept, ...nearest],
  )
}

function branchOf({ schemaPath, instancePath }: ErrorObject, choice: ErrorObject): string | undefined {
  const prefix = `${choice.schemaPath}/`
  if (!schemaPath.startsWith(prefix)) return undefined
  const below = instancePath === choice.instancePath || instancePath.startsWith(`${choice.instancePath}/`)
  return below ? schemaPath.slice(prefix.length).split('/')[0] : undefined
}

function distance(errors: readonly ErrorObject[], choice: ErrorObject): number {
  const score = (error: ErrorObject): number => {
    const { keyword, instancePath } = error
    if (keyword === 'type' && instancePath === choice.instancePath) return 1000
    return keyword === 'additionalProperties' || refusesUnnamed(error) ? 0 : 1
  }
  return errors.reduce((sum, error) => sum + score(error), 0)
}
