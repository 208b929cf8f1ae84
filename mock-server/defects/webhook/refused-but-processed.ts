import { defineDefect } from '../define.ts'
import { refuse } from '../../http/answer.ts'
import { parsePayload } from '../signature.ts'

export const refusedButProcessed = defineDefect({
  id: 'refused-but-processed',
  breaks: 'WHK-01',
  summary: 'An unsigned event is answered with 400 and takes effect.',
  behaviour: (good) => ({
    verifyWebhook: async (delivery) =>
      delivery.signature === null ? { event: parsePayload(delivery.payload) } : good.verifyWebhook(delivery),
  }),
  respond: ({ route, request }, response) =>
    route === 'webhook' && request.method === 'POST' && !request.headers.has('stripe-signature')
      ? refuse(400, 'stripe_signature_missing')
      : response,
})
