import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const acceptNegotiatedLeak = defineDefect({
  id: 'accept-negotiated-leak',
  breaks: 'RED-12',
  summary: 'Whoever asks for HTML gets the payment intent with the state.',
  respond: ({ route, intent, request }, response) => {
    const { paymentIntent } = secretsOf(intent)
    const asked = request.headers.get('accept')?.includes('text/html') === true
    return route !== 'decisions' || !asked || paymentIntent === undefined
      ? response
      : editJson(response, (body) => ({ ...body, debug: paymentIntent }))
  },
})
