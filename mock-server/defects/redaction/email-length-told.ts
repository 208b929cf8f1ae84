import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const emailLengthTold = defineDefect({
  id: 'email-length-told',
  breaks: 'RED-13',
  summary: "The state of an intent has the buyer's address as so many stars.",
  respond: ({ route, intent }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'checkout', { contact: secretsOf(intent).email?.replace(/./g, '*') }),
        })),
})
