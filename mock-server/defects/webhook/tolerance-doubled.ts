import { defineDefect } from '../define.ts'
import { partsOf } from '../signature.ts'

export const toleranceDoubled = defineDefect({
  id: 'tolerance-doubled',
  breaks: 'WHK-02',
  summary: 'A signature may be ten minutes old.',
  behaviour: (good) => ({
    verifyWebhook: (delivery) => {
      const signedAt = Number(partsOf(delivery.signature ?? '').timestamp) * 1000
      const age = delivery.receivedAt - signedAt
      return good.verifyWebhook(age > 0 && age <= 600_000 ? { ...delivery, receivedAt: signedAt } : delivery)
    },
  }),
})
