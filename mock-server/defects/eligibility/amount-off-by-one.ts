import { defineDefect } from '../define.ts'
import { field } from '../../http/fields.ts'

export const amountOffByOne = defineDefect({
  id: 'amount-off-by-one',
  breaks: 'ELG-09',
  summary: 'An event about one cent less makes the intent paid.',
  behaviour: (good) => ({
    contradicts: (intent, event) => {
      const amount = Number(field(event.object, 'amount_total'))
      const near = Math.abs(amount - intent.amountCents) <= 1
      return good.contradicts(
        intent,
        near ? { ...event, object: { ...event.object, amount_total: intent.amountCents } } : event,
      )
    },
  }),
})
