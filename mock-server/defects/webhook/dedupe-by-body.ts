import { defineDefect } from '../define.ts'
import { field, isFields } from '../../http/fields.ts'

export const dedupeByBody = defineDefect({
  id: 'dedupe-by-body',
  breaks: 'WHK-04',
  summary: 'A repeated event counts as new when Stripe writes its body differently.',
  behaviour: (good) => ({
    readEvent: (payload) => {
      const event = good.readEvent(payload)
      const pending = isFields(payload) ? field(payload, 'pending_webhooks') : undefined
      return event === null ? null : { ...event, id: `${event.id} ${JSON.stringify(pending)}` }
    },
  }),
})
