import { defineDefect } from '../define.ts'
import { parsePayload } from '../signature.ts'

export const noSignatureCheck = defineDefect({
  id: 'no-signature-check',
  breaks: 'WHK-01',
  summary: 'An unsigned event counts.',
  behaviour: (good) => ({
    verifyWebhook: async (delivery) =>
      delivery.signature === null ? { event: parsePayload(delivery.payload) } : good.verifyWebhook(delivery),
  }),
})
