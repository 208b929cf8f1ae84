import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const titleFromClient = defineDefect({
  id: 'title-from-client',
  breaks: 'CNF-10',
  summary: 'The title of the offer is taken from the request.',
  respond: ({ route, requestBody }, response) =>
    route !== 'checkout' || typeof requestBody['title'] !== 'string'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'offer', { name: requestBody['title'] }),
        })),
})
