import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const offerFromClient = defineDefect({
  id: 'offer-from-client',
  breaks: 'CNF-10',
  summary: 'A decision shows the offer that the client named.',
  respond: ({ route, requestBody }, response) =>
    route !== 'decisions' || typeof requestBody['presentedOfferId'] !== 'string'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'decision', { presentedOfferId: requestBody['presentedOfferId'] }),
        })),
})
