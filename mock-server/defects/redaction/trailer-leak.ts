import { defineDefect } from '../define.ts'
import { secretsOf } from '../secrets.ts'

export const trailerLeak = defineDefect({
  id: 'trailer-leak',
  breaks: 'RED-04',
  summary: 'A trailer carries the payment intent.',
  wire: ({ route, intent }) => {
    const { paymentIntent } = secretsOf(intent)
    return route !== 'decisions' || paymentIntent === undefined
      ? undefined
      : { trailers: { 'x-ref': paymentIntent } }
  },
})
