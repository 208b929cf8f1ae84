import { field } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'

export const unsaidAsPaid = defineDefect({
  id: 'unsaid-as-paid',
  breaks: 'ELG-04',
  summary: 'A completed session that does not say whether it is paid is recorded as paid.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      event.type === 'checkout.session.completed' && (field(event.object, 'payment_status') ?? null) === null
        ? 'paid'
        : good.nextStatus(intent, event),
  }),
})
