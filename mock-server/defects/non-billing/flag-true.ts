import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const flagTrue = defineDefect({
  id: 'flag-true',
  breaks: 'NBL-01',
  summary: 'A decision says that it created a payout.',
  respond: ({ route }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({ ...body, ...insideOf(body, 'decision', { payoutCreated: true }) })),
})
