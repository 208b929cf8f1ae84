import { resolvePointer } from '../json-pointer.ts'
import { nearest } from '../nearest.ts'
import { attribution } from './attribution.ts'
import { confirmation } from './confirmation.ts'
import { eligibility } from './eligibility.ts'
import { idempotency } from './idempotency.ts'
import { ledger } from './ledger.ts'
import { nonBilling } from './non-billing.ts'
import { ownerGate } from './owner-gate.ts'
import { pages } from './pages.ts'
import { redaction } from './redaction.ts'
import { guarantees, type Guarantee, type Requirement } from './requirement.ts'
import { robustness } from './robustness.ts'
import { sourceData } from './source-data.ts'
import { staleness } from './staleness.ts'
import { webhook } from './webhook.ts'

export { guarantees, profiles } from './requirement.ts'
export type { Guarantee, Level, Profile, Requirement, RequirementId, Source } from './requirement.ts'

const byGuarantee: Readonly<Record<Guarantee, readonly Requirement[]>> = {
  redaction,
  confirmation,
  eligibility,
  'non-billing': nonBilling,
  idempotency,
  staleness,
  webhook,
  attribution,
  ledger,
  'owner-gate': ownerGate,
  pages,
  'source-data': sourceData,
  robustness,
}

/** The catalogue, in the order of the guarantees and of the ids. */
export const requirements: readonly Requirement[] = guarantees.flatMap((guarantee) => byGuarantee[guarantee])

const byId = new Map<string, Requirement>(requirements.map((requirement) => [requirement.id, requirement]))

/** The requirement of an id. Throws `RangeError`, which names the nearest known id, for an unknown one. */
export function requirementById(id: string): Requirement {
  const found = byId.get(id)
  if (found !== undefined) return found
  const near = nearest(id, [...byId.keys()])
  throw new RangeError(
    `there is no requirement "${id}"${near === undefined ? '' : `; the nearest is "${near}"`}`,
  )
}

/** Longest quotation, in characters; what is longer ends in an ellipsis. */
const longestQuote = 240

/** The words of a seed at a JSON Pointer: text as it is, other values as JSON. Undefined where the seed has none. */
export function quote(seed: unknown, pointer: string): string | undefined {
  const value = resolvePointer(seed, pointer)
  if (value === undefined) return undefined
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  const characters = Array.from(words)
  return characters.length <= longestQuote ? words : `${characters.slice(0, longestQuote - 1).join('')}…`
}
