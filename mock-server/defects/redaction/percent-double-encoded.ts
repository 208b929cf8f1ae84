import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const percentDoubleEncoded = defineDefect({
  id: 'percent-double-encoded',
  breaks: 'RED-04',
  summary: 'A link carries the payment intent, percent-encoded twice.',
  respond: ({ route, intent }, response) => {
    const { paymentIntent } = secretsOf(intent)
    if (route !== 'decisions' || paymentIntent === undefined) return response
    const twice = [...paymentIntent].map((c) => `%25${c.charCodeAt(0).toString(16)}`).join('')
    return editJson(response, (body) => ({ ...body, help: `/help?about=${twice}` }))
  },
})
