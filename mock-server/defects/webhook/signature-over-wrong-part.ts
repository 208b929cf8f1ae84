import { defineDefect } from '../define.ts'
import { parsePayload, partsOf, signatureOf, textOf } from '../signature.ts'

export const signatureOverWrongPart = defineDefect({
  id: 'signature-over-wrong-part',
  breaks: 'WHK-02',
  summary: 'A signature over the body without its time counts.',
  behaviour: (good) => ({
    verifyWebhook: async (delivery) => {
      const { payload, signature, secret } = delivery
      const verified = await good.verifyWebhook(delivery)
      if ('event' in verified || signature === null) return verified
      const { timestamp, valuesOf } = partsOf(signature)
      const expected = await signatureOf(secret, `${timestamp}${textOf(payload)}`.slice(timestamp.length))
      return valuesOf('v1').includes(expected) ? { event: parsePayload(payload) } : verified
    },
  }),
})
