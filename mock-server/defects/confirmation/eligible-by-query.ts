import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const eligibleByQuery = defineDefect({
  id: 'eligible-by-query',
  breaks: 'CNF-10',
  summary: 'The query of a read says whether the intent is eligible.',
  respond: ({ route, request }, response) =>
    route !== 'decisions' || new URL(request.url).searchParams.get('eligible') !== 'true'
      ? response
      : editJson(response, (body) => ({ ...body, ...insideOf(body, 'checkout', { eligible: true }) })),
})
