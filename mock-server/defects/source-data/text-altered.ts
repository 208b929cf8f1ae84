import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const textAltered = defineDefect({
  id: 'text-altered',
  breaks: 'CNF-05',
  summary: 'The decision contract publishes another confirmation text.',
  respond: ({ route, contract }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'confirmation', { text: `${contract.texts.decision}!` }),
        })),
})
