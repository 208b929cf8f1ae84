import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const encryptedEmailLength = defineDefect({
  id: 'encrypted-email-length',
  breaks: 'RED-13',
  summary: "The state of an intent has as many random letters as the buyer's address has.",
  respond: ({ route, intent }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'checkout', {
            sealed: secretsOf(intent).email?.replace(/./g, () =>
              'abcdef'.charAt(Math.floor(Math.random() * 6)),
            ),
          }),
        })),
})
