import { defineDefect } from '../define.ts'
import { withHeader } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const options405Leak = defineDefect({
  id: 'options-405-leak',
  breaks: 'RED-12',
  summary: 'The refusal of a method carries the payment intent.',
  respond: ({ intent }, response) => {
    const { paymentIntent } = secretsOf(intent)
    return response.status !== 405 || paymentIntent === undefined
      ? response
      : withHeader(response, 'x-debug', paymentIntent)
  },
})
