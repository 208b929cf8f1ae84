import { defineDefect } from '../define.ts'
import { partsOf } from '../signature.ts'

export const twoV1Only = defineDefect({
  id: 'two-v1-only',
  breaks: 'WHK-03',
  summary: 'Only the first two signatures of a header are looked at.',
  behaviour: (good) => ({
    verifyWebhook: (delivery) => {
      const { timestamp, valuesOf } = partsOf(delivery.signature ?? '')
      const values = valuesOf('v1')
      if (values.length <= 2) return good.verifyWebhook(delivery)
      const signatures = values.slice(0, 2).map((value) => `v1=${value}`)
      return good.verifyWebhook({ ...delivery, signature: [`t=${timestamp}`, ...signatures].join(',') })
    },
  }),
})
