import { defineDefect } from '../define.ts'

export const overpaidAccepted = defineDefect({
  id: 'overpaid-accepted',
  breaks: 'ELG-09',
  summary: 'An event about more than the amount makes the intent paid.',
  behaviour: (good) => ({
    contradicts: (intent, event) =>
      Number(event.object['amount_total']) <= intent.amountCents && good.contradicts(intent, event),
  }),
})
