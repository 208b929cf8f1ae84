import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const idFromClient = defineDefect({
  id: 'id-from-client',
  breaks: 'CNF-10',
  summary: 'The id of an intent is taken from the request.',
  respond: ({ route, requestBody }, response) =>
    route !== 'checkout' || typeof requestBody['checkoutIntentId'] !== 'string'
      ? response
      : editJson(response, (body) =>
          'checkoutIntentId' in body ? { ...body, checkoutIntentId: requestBody['checkoutIntentId'] } : body,
        ),
})
