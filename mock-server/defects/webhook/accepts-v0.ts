import { defineDefect } from '../define.ts'
import { parsePayload, partsOf, signatureOf, textOf } from '../signature.ts'

export const acceptsV0 = defineDefect({
  id: 'accepts-v0',
  breaks: 'WHK-02',
  summary: 'A signature of the old scheme counts.',
  behaviour: (good) => ({
    verifyWebhook: async (delivery) => {
      const { payload, signature, secret } = delivery
      const verified = await good.verifyWebhook(delivery)
      if ('event' in verified || signature === null) return verified
      const { timestamp, valuesOf } = partsOf(signature)
      const expected = await signatureOf(secret, `${timestamp}.${textOf(payload)}`)
      return valuesOf('v0').includes(expected) ? { event: parsePayload(payload) } : verified
    },
  }),
})
