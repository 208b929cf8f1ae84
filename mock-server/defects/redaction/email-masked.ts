import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const emailMasked = defineDefect({
  id: 'email-masked',
  breaks: 'RED-13',
  summary: "The state of an intent has the buyer's address with stars.",
  respond: ({ route, intent }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'checkout', {
            contact: secretsOf(intent).email?.replace(/^(.).*(@.*)$/, '$1***$2'),
          }),
        })),
})
