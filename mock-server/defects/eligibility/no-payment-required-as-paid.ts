import { defineDefect } from '../define.ts'
import { field } from '../../http/fields.ts'

export const noPaymentRequiredAsPaid = defineDefect({
  id: 'no-payment-required-as-paid',
  breaks: 'ELG-04',
  summary: 'A session that needed no payment is recorded as paid.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      event.type === 'checkout.session.completed' &&
      field(event.object, 'payment_status') === 'no_payment_required'
        ? 'paid'
        : good.nextStatus(intent, event),
  }),
})
