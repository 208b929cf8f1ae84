import type { Contract } from '../contract.ts'
import { z } from '../zod.ts'
import { exactly, oneOf } from './parts.ts'

/** The live part of the source data (WIRE 1): counts only. */
export const decisionSummary = (contract: Contract) => {
  const { aggregateCounts: _counts, status: _status, ...fixed } = contract.seed.postPurchaseDecisionSummary
  const row = z
    .object({
      offer_stack_id: oneOf(contract.seed.stacks.map(({ id }) => id)),
      presented_offer_id: oneOf(contract.decisions.map(({ presentedOfferId }) => presentedOfferId)),
      decision_kind: oneOf(contract.decisions.map(({ decisionKind }) => decisionKind)),
      total_decisions: z.number().int().nonnegative(),
      last_created_at: z.number().int().nonnegative().nullable(),
    })
    .strict()
  return z
    .object({
      status: z.enum(['available', 'unavailable']),
      aggregateCounts: z.array(row),
      ...Object.fromEntries(Object.entries(fixed).map(([name, value]) => [name, exactly(value)])),
    })
    .strict()
}

/** WIRE 1: the seed itself, every value as seeded but for the live summary. */
export const sourceData = (contract: Contract) => {
  const members = Object.entries(contract.seed).map(([name, value]) => [
    name,
    name === 'postPurchaseDecisionSummary' ? decisionSummary(contract) : exactly(value),
  ])
  return z.object(Object.fromEntries(members)).strict()
}
