import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const conflictShowsOldState = defineDefect({
  id: 'conflict-shows-old-state',
  breaks: 'STL-02',
  summary: 'The refusal of a stale decision shows another updatedAt than the present one.',
  respond: ({ route, requestBody }, response) =>
    route !== 'decisions' || response.status !== 409
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'checkout', { updatedAt: requestBody['expectedCheckoutUpdatedAt'] }),
        })),
})
