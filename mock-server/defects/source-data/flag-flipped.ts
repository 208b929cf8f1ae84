import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const flagFlipped = defineDefect({
  id: 'flag-flipped',
  breaks: 'SRC-04',
  summary: 'The source data says that live mode is on.',
  respond: ({ route }, response) =>
    route !== 'source-data'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'sandboxCheckout', { liveModeEnabled: true }),
        })),
})
