import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const rowsInSummary = defineDefect({
  id: 'rows-in-summary',
  breaks: 'SRC-06',
  summary: 'The summary of decisions lists rows.',
  respond: ({ route, intent }, response) =>
    route !== 'source-data'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'postPurchaseDecisionSummary', {
            rows: [{ checkoutIntentId: intent?.id ?? 'row-1' }],
          }),
        })),
})
