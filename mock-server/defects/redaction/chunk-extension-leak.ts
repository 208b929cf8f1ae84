import { defineDefect } from '../define.ts'
import { secretsOf } from '../secrets.ts'

export const chunkExtensionLeak = defineDefect({
  id: 'chunk-extension-leak',
  breaks: 'RED-04',
  summary: 'A chunk extension carries the payment intent.',
  wire: ({ route, intent }) => {
    const { paymentIntent } = secretsOf(intent)
    return route !== 'decisions' || paymentIntent === undefined
      ? undefined
      : { chunkExtension: `ref=${paymentIntent}` }
  },
})
