import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const nestedAddition = defineDefect({
  id: 'nested-addition',
  breaks: 'SRC-01',
  summary: 'A part of the source data has a further member.',
  respond: ({ route }, response) =>
    route !== 'source-data'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'sandboxCheckout', { provider: 'stripe' }),
        })),
})
