import { defineDefect } from '../define.ts'

export const paymentIntentOpens = defineDefect({
  id: 'payment-intent-opens',
  breaks: 'ELG-11',
  summary: 'A succeeded PaymentIntent opens the intent.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      event.type === 'payment_intent.succeeded' ? 'paid' : good.nextStatus(intent, event),
  }),
})
