import type { Contract } from './contract.ts'
import { declaredNames, plainJsonSchema } from './plain-json-schema.ts'
import { normaliseName, normalisePhrase, privateThings, spellings } from './vocabulary.ts'
import { responseSchemas } from './wire/schemas.ts'

/** What may, and what must not, name a property of a public object. */
export interface Visibility {
  /** Why a name, in any spelling, is forbidden on a public object; undefined for one that is not. */
  readonly forbiddenReason: (name: string) => string | undefined
  /** Whether the seed or the wire protocol publishes a member of this name, in any spelling. */
  readonly isPublicSafe: (name: string) => boolean
  /** The forbidden names in their usual spellings, sorted: the vocabulary of the JSON Schemas. */
  readonly forbiddenNames: readonly string[]
}

const known = new WeakMap<Contract, Visibility>()

/** The visibility that follows from a contract's `publicSafeFields` and `serverPrivateFields`. Made once a contract. */
export function createVisibility(contract: Contract): Visibility {
  const made = known.get(contract) ?? visibilityOf(contract)
  known.set(contract, made)
  return made
}

function visibilityOf(contract: Contract): Visibility {
  const published = publishedNames(contract)
  const forbidden = new Map<string, { readonly reason: string; readonly name: string }>()
  const forbid = (name: string, reason: string): void => {
    const key = normaliseName(name)
    if (key !== '' && !published.has(key) && !forbidden.has(key)) forbidden.set(key, { reason, name })
  }

  for (const field of contract.seed.postPurchaseDecisions.serverPrivateFields) {
    const phrase = normalisePhrase(field)
    const reason = `the seed keeps "${field}" on the server`
    forbid(phrase, reason)
    if (!phrase.endsWith(' id')) forbid(`${phrase} id`, reason)
    for (const thing of privateThings) {
      if (thing.phrase?.test(phrase) === true)
        for (const name of thing.names) forbid(name, `${reason}: this names ${thing.because}`)
    }
  }
  for (const thing of privateThings) {
    if (thing.phrase === undefined)
      for (const name of thing.names) forbid(name, `this names ${thing.because}`)
  }

  return {
    forbiddenReason: (name) => forbidden.get(normaliseName(name))?.reason,
    isPublicSafe: (name) => published.has(normaliseName(name)),
    forbiddenNames: [...forbidden.values()].flatMap(({ name }) => spellings(name)).sort(),
  }
}

/** Names that the seed uses as members, calls public-safe, or that an answer of the wire protocol has. */
function publishedNames(contract: Contract): Set<string> {
  const names = new Set<string>(contract.seed.postPurchaseDecisions.publicSafeFields.map(normaliseName))
  collectMembers(contract.seed, names)
  for (const schema of Object.values(responseSchemas))
    for (const name of declaredNames(plainJsonSchema(schema(contract)))) names.add(normaliseName(name))
  return names
}

function collectMembers(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) {
    if (!Array.isArray(value)) names.add(normaliseName(name))
    collectMembers(member, names)
  }
}
