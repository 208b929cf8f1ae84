import { defineDefect } from '../define.ts'

export const subscriptionOpens = defineDefect({
  id: 'subscription-opens',
  breaks: 'ELG-11',
  summary: 'An event of a subscription opens the intent.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      event.type.startsWith('customer.subscription.') || event.type === 'invoice.paid'
        ? 'paid'
        : good.nextStatus(intent, event),
  }),
})
