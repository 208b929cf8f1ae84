import { defineDefect } from '../define.ts'

export const laterCurrencyUnchecked = defineDefect({
  id: 'later-currency-unchecked',
  breaks: 'ELG-09',
  summary: 'The currency of a payment that comes later is not compared.',
  behaviour: (good) => ({
    contradicts: (intent, event) => {
      const later = event.type === 'checkout.session.async_payment_succeeded'
      const object = later ? { ...event.object, currency: intent.currency } : event.object
      return good.contradicts(intent, { ...event, object })
    },
  }),
})
