import { defineDefect } from '../define.ts'

export const paymentIntentCloses = defineDefect({
  id: 'payment-intent-closes',
  breaks: 'ELG-11',
  summary: 'A failed PaymentIntent closes the intent.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      event.type === 'payment_intent.payment_failed' ? 'payment_failed' : good.nextStatus(intent, event),
  }),
})
