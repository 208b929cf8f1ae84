import { defineDefect } from '../define.ts'
import { partsOf } from '../signature.ts'

export const noTolerance = defineDefect({
  id: 'no-tolerance',
  breaks: 'WHK-02',
  summary: 'A signature of any age counts.',
  behaviour: (good) => ({
    verifyWebhook: (delivery) => {
      const signedAt = Number(partsOf(delivery.signature ?? '').timestamp) * 1000
      return good.verifyWebhook({ ...delivery, receivedAt: Math.min(signedAt || 0, delivery.receivedAt) })
    },
  }),
})
