import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const duplicateJsonKey = defineDefect({
  id: 'duplicate-json-key',
  breaks: 'RED-12',
  summary: 'A member stands twice, and the first one leaks.',
  respond: ({ route, intent }, response) => {
    const { paymentIntent } = secretsOf(intent)
    return route !== 'decisions' || paymentIntent === undefined
      ? response
      : editText(response, (text) => text.replace(/^\{/, () => `{"id":"${paymentIntent}",`))
  },
})
