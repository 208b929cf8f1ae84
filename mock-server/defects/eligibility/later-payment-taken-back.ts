import { defineDefect } from '../define.ts'

export const laterPaymentTakenBack = defineDefect({
  id: 'later-payment-taken-back',
  breaks: 'ELG-10',
  summary: 'A late failure takes back a payment that came after the checkout was completed.',
  behaviour: (good) => {
    const completed = new Set<string>()
    return {
      nextStatus: (intent, event) => {
        if (intent.status === 'completed') completed.add(intent.id)
        const failed = event.type === 'checkout.session.async_payment_failed'
        return failed && completed.has(intent.id) ? 'payment_failed' : good.nextStatus(intent, event)
      },
    }
  },
})
