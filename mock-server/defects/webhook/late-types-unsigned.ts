import { defineDefect } from '../define.ts'
import { field, isFields } from '../../http/fields.ts'
import { parsePayload } from '../signature.ts'

export const lateTypesUnsigned = defineDefect({
  id: 'late-types-unsigned',
  breaks: 'WHK-01',
  summary: 'Only completed events are checked for their signature.',
  behaviour: (good) => ({
    verifyWebhook: async (delivery) => {
      const event = parsePayload(delivery.payload)
      const late = isFields(event) && String(field(event, 'type')).includes('async_payment')
      return late ? { event } : good.verifyWebhook(delivery)
    },
  }),
})
