import { defineDefect } from '../define.ts'
import { field } from '../../http/fields.ts'

export const unpaidCompleted = defineDefect({
  id: 'unpaid-completed',
  breaks: 'ELG-04',
  summary: 'A completed session that is not paid is recorded as paid.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      event.type === 'checkout.session.completed' && field(event.object, 'payment_status') === 'unpaid'
        ? 'paid'
        : good.nextStatus(intent, event),
  }),
})
