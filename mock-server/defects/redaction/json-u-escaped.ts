import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const jsonUEscaped = defineDefect({
  id: 'json-u-escaped',
  breaks: 'RED-04',
  summary: 'The payment intent stands in an answer in escapes.',
  respond: ({ route, intent }, response) => {
    const { paymentIntent } = secretsOf(intent)
    if (route !== 'decisions' || paymentIntent === undefined) return response
    const escaped = [...paymentIntent]
      .map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('')
    return editText(response, (text) => text.replace(/\}$/, () => `,"ref":"${escaped}"}`))
  },
})
