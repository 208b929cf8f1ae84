import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const secondCountsFrozen = defineDefect({
  id: 'second-counts-frozen',
  breaks: 'SRC-05',
  summary: 'The commerce source data publish the seeded counts for ever.',
  respond: ({ route, contract }, response) =>
    route !== 'commerce-source-data'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'postPurchaseDecisions', { summary: contract.seed.postPurchaseDecisionSummary }),
        })),
})
