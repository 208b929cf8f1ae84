import { defineDefect } from '../define.ts'

export const refundCloses = defineDefect({
  id: 'refund-closes',
  breaks: 'ELG-11',
  summary: 'A refunded charge closes a paid intent.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      event.type === 'charge.refunded' && intent.status === 'paid'
        ? 'payment_failed'
        : good.nextStatus(intent, event),
  }),
})
