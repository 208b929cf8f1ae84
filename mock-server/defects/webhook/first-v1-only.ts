import { defineDefect } from '../define.ts'
import { partsOf } from '../signature.ts'

export const firstV1Only = defineDefect({
  id: 'first-v1-only',
  breaks: 'WHK-03',
  summary: 'Only the first signature of a header is looked at.',
  behaviour: (good) => ({
    verifyWebhook: (delivery) => {
      const { timestamp, valuesOf } = partsOf(delivery.signature ?? '')
      const [first] = valuesOf('v1')
      return good.verifyWebhook(
        first === undefined ? delivery : { ...delivery, signature: `t=${timestamp},v1=${first}` },
      )
    },
  }),
})
