import { defineDefect } from '../define.ts'
import { parsePayload, partsOf, signatureOf, textOf } from '../signature.ts'

export const emptySecret = defineDefect({
  id: 'empty-secret',
  breaks: 'WHK-02',
  summary: 'A signature under the empty secret counts.',
  behaviour: (good) => ({
    verifyWebhook: async (delivery) => {
      const { payload, signature, secret } = delivery
      const verified = await good.verifyWebhook(delivery)
      if ('event' in verified || signature === null) return verified
      const { timestamp, valuesOf } = partsOf(signature)
      const expected = await signatureOf(secret.slice(secret.length), `${timestamp}.${textOf(payload)}`)
      return valuesOf('v1').includes(expected) ? { event: parsePayload(payload) } : verified
    },
  }),
})
