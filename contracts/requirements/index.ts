import { resolvePointer } from '../json-pointer.ts'
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
  throw new RangeError(`there is no requirement "${id}"; the nearest is "${nearestId(id)}"`)
}

function nearestId(id: string): string {
  const wanted = id.toUpperCase()
  const scored = requirements.map((each) => ({ id: each.id, distance: editDistance(wanted, each.id) }))
  return scored.reduce((best, each) => (each.distance < best.distance ? each : best)).id
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [row, character] of [...left].entries()) {
    const current = [row + 1]
    for (const [column, other] of [...right].entries()) {
      const substituted = (previous[column] ?? 0) + (character === other ? 0 : 1)
      current.push(Math.min(substituted, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous[right.length] ?? 0
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
