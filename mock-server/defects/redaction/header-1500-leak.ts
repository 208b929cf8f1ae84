import { defineDefect } from '../define.ts'
import { secretsOf } from '../secrets.ts'

export const header1500Leak = defineDefect({
  id: 'header-1500-leak',
  breaks: 'RED-04',
  summary: 'The last of very many headers carries the payment intent.',
  wire: ({ route, intent }) => {
    const { paymentIntent } = secretsOf(intent)
    if (route !== 'decisions' || paymentIntent === undefined) return undefined
    const extraHeaders = Array.from({ length: 1_500 }, (_, at): readonly [string, string] => [
      `x-h-${at}`,
      at === 1_499 ? paymentIntent : '1',
    ])
    return { extraHeaders }
  },
})
