import { defineDefect } from '../define.ts'
import { withHeader } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const cursorBase64url = defineDefect({
  id: 'cursor-base64url',
  breaks: 'RED-04',
  summary: 'A header carries the payment intent in base64url.',
  respond: ({ route, intent }, response) => {
    const { paymentIntent } = secretsOf(intent)
    return route !== 'decisions' || paymentIntent === undefined
      ? response
      : withHeader(response, 'x-cursor', btoa(paymentIntent).replaceAll('=', ''))
  },
})
