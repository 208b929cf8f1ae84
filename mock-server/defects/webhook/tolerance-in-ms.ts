import { defineDefect } from '../define.ts'
import { partsOf } from '../signature.ts'

export const toleranceInMs = defineDefect({
  id: 'tolerance-in-ms',
  breaks: 'WHK-02',
  summary: 'A signature may be 300,000 seconds old.',
  behaviour: (good) => ({
    verifyWebhook: (delivery) => {
      const signedAt = Number(partsOf(delivery.signature ?? '').timestamp) * 1000
      const fresh = delivery.receivedAt - signedAt <= 300_000_000 && signedAt < delivery.receivedAt
      return good.verifyWebhook(fresh ? { ...delivery, receivedAt: signedAt } : delivery)
    },
  }),
})
