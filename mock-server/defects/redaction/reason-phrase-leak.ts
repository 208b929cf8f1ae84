import { defineDefect } from '../define.ts'
import { secretsOf } from '../secrets.ts'

export const reasonPhraseLeak = defineDefect({
  id: 'reason-phrase-leak',
  breaks: 'RED-04',
  summary: 'The reason phrase carries the payment intent.',
  wire: ({ route, intent }) => {
    const { paymentIntent } = secretsOf(intent)
    return route !== 'decisions' || paymentIntent === undefined
      ? undefined
      : { reasonPhrase: `OK ${paymentIntent}` }
  },
})
