import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const redactionFlagAsText = defineDefect({
  id: 'redaction-flag-as-text',
  breaks: 'RED-10',
  summary: 'A flag of a start says "false" as a text.',
  respond: ({ route, request }, response) =>
    route !== 'checkout' || request.method !== 'POST'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'redaction', { rawStripeIdsIncluded: 'false' }),
        })),
})
