import { defineDefect } from '../define.ts'

export const invoiceOpens = defineDefect({
  id: 'invoice-opens',
  breaks: 'ELG-11',
  summary: 'An event of an invoice opens the intent.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      event.type.startsWith('invoice.') ? 'paid' : good.nextStatus(intent, event),
  }),
})
