import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const ownerNamed = defineDefect({
  id: 'owner-named',
  breaks: 'RED-08',
  summary: 'A review action tells who the owner is.',
  respond: ({ route }, response) =>
    route !== 'owner-actions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'reviewAction', { reviewedBy: 'the.owner@studio.example' }),
        })),
})
