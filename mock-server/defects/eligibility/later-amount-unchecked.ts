import { defineDefect } from '../define.ts'

export const laterAmountUnchecked = defineDefect({
  id: 'later-amount-unchecked',
  breaks: 'ELG-09',
  summary: 'The amount of a payment that comes later is not compared.',
  behaviour: (good) => ({
    contradicts: (intent, event) =>
      event.type !== 'checkout.session.async_payment_succeeded' && good.contradicts(intent, event),
  }),
})
