import { defineDefect } from '../define.ts'

export const amountMismatch = defineDefect({
  id: 'amount-mismatch',
  breaks: 'ELG-09',
  summary: 'An event about another amount makes the intent paid.',
  behaviour: (good) => ({
    contradicts: (intent, event) =>
      good.contradicts(intent, { ...event, object: { ...event.object, amount_total: intent.amountCents } }),
  }),
})
