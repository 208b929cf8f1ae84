import { defineDefect } from '../define.ts'
import { parsePayload } from '../signature.ts'

export const verifyReserialised = defineDefect({
  id: 'verify-reserialised',
  breaks: 'WHK-03',
  summary: 'The signature is checked over the body as parsed and written again.',
  behaviour: (good) => ({
    verifyWebhook: (delivery) => {
      const written = JSON.stringify(parsePayload(delivery.payload)) ?? ''
      return good.verifyWebhook({ ...delivery, payload: new TextEncoder().encode(written) })
    },
  }),
})
