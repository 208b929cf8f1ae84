import { defineDefect } from '../define.ts'

export const asyncSucceededIgnored = defineDefect({
  id: 'async-succeeded-ignored',
  breaks: 'ELG-05',
  summary: 'A payment that comes later leaves the intent as it was.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      event.type === 'checkout.session.async_payment_succeeded' ? null : good.nextStatus(intent, event),
  }),
})
