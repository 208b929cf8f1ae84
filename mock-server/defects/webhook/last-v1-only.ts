import { defineDefect } from '../define.ts'
import { partsOf } from '../signature.ts'

export const lastV1Only = defineDefect({
  id: 'last-v1-only',
  breaks: 'WHK-03',
  summary: 'Only the last signature of a header is looked at.',
  behaviour: (good) => ({
    verifyWebhook: (delivery) => {
      const { timestamp, valuesOf } = partsOf(delivery.signature ?? '')
      const last = valuesOf('v1').at(-1)
      return good.verifyWebhook(
        last === undefined ? delivery : { ...delivery, signature: `t=${timestamp},v1=${last}` },
      )
    },
  }),
})
