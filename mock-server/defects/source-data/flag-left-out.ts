import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const flagLeftOut = defineDefect({
  id: 'flag-left-out',
  breaks: 'SRC-04',
  summary: 'The summary does not say that it holds no rows.',
  respond: ({ route }, response) =>
    route !== 'source-data'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'postPurchaseDecisionSummary', { rawRowsIncluded: undefined }),
        })),
})
