import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const metadataIn409 = defineDefect({
  id: 'metadata-in-409',
  breaks: 'RED-06',
  summary: 'A conflict shows the private metadata of the checkout.',
  respond: ({ route, intent }, response) =>
    route !== 'decisions' || response.status !== 409
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'checkout', { notes: secretsOf(intent).metadata }),
        })),
})
