import { defineDefect } from '../define.ts'

export const currencyMismatch = defineDefect({
  id: 'currency-mismatch',
  breaks: 'ELG-09',
  summary: 'An event in another currency makes the intent paid.',
  behaviour: (good) => ({
    contradicts: (intent, event) =>
      good.contradicts(intent, { ...event, object: { ...event.object, currency: intent.currency } }),
  }),
})
