import { defineDefect } from '../define.ts'
import { parsePayload } from '../signature.ts'

export const headerPresenceOnly = defineDefect({
  id: 'header-presence-only',
  breaks: 'WHK-02',
  summary: 'Any signature header will do.',
  behaviour: (good) => ({
    verifyWebhook: async (delivery) =>
      delivery.signature === null ? good.verifyWebhook(delivery) : { event: parsePayload(delivery.payload) },
  }),
})
