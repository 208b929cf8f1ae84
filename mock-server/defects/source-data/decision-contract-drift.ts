import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const decisionContractDrift = defineDefect({
  id: 'decision-contract-drift',
  breaks: 'SRC-08',
  summary: 'The post-purchase read lacks one of the decisions.',
  respond: ({ route, contract }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'contract', { allowedDecisions: contract.decisions.slice(1) }),
        })),
})
