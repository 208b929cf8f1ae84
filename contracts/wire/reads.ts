import type { Contract } from '../contract.ts'
import { z } from '../zod.ts'
import { decisionSummary } from './source-data.ts'
import { escapePattern } from './parts.ts'

const open = () => z.object({}).passthrough()

/** WIRE 10: the commerce source data. Its four parts are named; what they say of the seed is a check's work. */
export const commerceSourceData = (contract: Contract) =>
  z
    .object({
      sandboxCheckout: open(),
      postPurchaseDecisions: z.object({ contract: open(), summary: decisionSummary(contract) }).passthrough(),
      referralAttribution: z.object({ contract: open(), summary: open() }).passthrough(),
      affiliateCommissionLedger: z
        .object({ contract: open(), ownerReviewActions: open(), summary: open() })
        .passthrough(),
    })
    .passthrough()

/** The source-data route, as a path or as a URL that ends in it. */
const namesSourceData = ({ routes }: Contract) =>
  `^(?:https?:\\/\\/[^\\/?#]+)?[^?#]*${escapePattern(routes.sourceData)}$`

/**
 * WIRE 10: the agent docs. The protocol leaves the manifest's shape open and asks for one thing: that the source-data
 * route is listed, wherever that stands.
 */
export const agentDocs = (contract: Contract) => {
  const pattern = new RegExp(namesSourceData(contract), 'u')
  const lists = (value: unknown): boolean =>
    typeof value === 'string'
      ? pattern.test(value)
      : typeof value === 'object' && value !== null && Object.values(value).some(lists)
  return open().refine(lists, 'must list the source-data route')
}

/** What `agentDocs` asks for beyond its shape, in JSON Schema: some value, at any depth, names the route. */
export const agentDocsDefinition = (contract: Contract) => ({
  anyOf: [
    { type: 'string', pattern: namesSourceData(contract) },
    { type: 'array', contains: { $ref: '#/$defs/lists-source-data' } },
    { type: 'object', not: { additionalProperties: { not: { $ref: '#/$defs/lists-source-data' } } } },
  ],
})
