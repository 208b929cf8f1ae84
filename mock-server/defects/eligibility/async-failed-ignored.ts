import { defineDefect } from '../define.ts'

export const asyncFailedIgnored = defineDefect({
  id: 'async-failed-ignored',
  breaks: 'ELG-05',
  summary: 'A failed late payment leaves the intent as it was.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      event.type === 'checkout.session.async_payment_failed' ? null : good.nextStatus(intent, event),
  }),
})
