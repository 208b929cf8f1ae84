import { defineDefect } from '../define.ts'
import { partsOf, textOf } from '../signature.ts'

export const lateTypesAnyAge = defineDefect({
  id: 'late-types-any-age',
  breaks: 'WHK-02',
  summary: 'For events of a later payment a signature of any age counts.',
  behaviour: (good) => ({
    verifyWebhook: (delivery) => {
      const signedAt = Number(partsOf(delivery.signature ?? '').timestamp) * 1000
      const late = textOf(delivery.payload).includes('async_payment')
      const receivedAt = late ? Math.min(signedAt || 0, delivery.receivedAt) : delivery.receivedAt
      return good.verifyWebhook({ ...delivery, receivedAt })
    },
  }),
})
