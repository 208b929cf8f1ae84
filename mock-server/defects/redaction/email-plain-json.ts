import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const emailPlainJson = defineDefect({
  id: 'email-plain-json',
  breaks: 'RED-01',
  summary: "The state of an intent has the buyer's address.",
  respond: ({ route, intent }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'checkout', { contact: secretsOf(intent).email }),
        })),
})
