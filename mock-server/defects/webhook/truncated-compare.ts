import { defineDefect } from '../define.ts'
import { parsePayload, partsOf, signatureOf, textOf } from '../signature.ts'

export const truncatedCompare = defineDefect({
  id: 'truncated-compare',
  breaks: 'WHK-02',
  summary: 'The beginning of a signature is enough.',
  behaviour: (good) => ({
    verifyWebhook: async (delivery) => {
      const { payload, signature, secret } = delivery
      const verified = await good.verifyWebhook(delivery)
      if ('event' in verified || signature === null) return verified
      const { timestamp, valuesOf } = partsOf(signature)
      const expected = await signatureOf(secret, `${timestamp}.${textOf(payload)}`)
      const begins = valuesOf('v1').some((given) => given.length >= 8 && expected.startsWith(given))
      return begins ? { event: parsePayload(payload) } : verified
    },
  }),
})
