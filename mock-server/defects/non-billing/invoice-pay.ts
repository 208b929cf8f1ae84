import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const invoicePay = defineDefect({
  id: 'invoice-pay',
  breaks: 'NBL-03',
  summary: 'A decision makes an invoice item and pays the invoice.',
  behaviour: (_good, { primaryOffer }) => ({
    afterDecision: async ({ stripe }) => {
      await quietly(() =>
        stripe?.invoiceItems
          .create({ customer: 'cus_of_the_buyer', currency: primaryOffer.currency })
          .then(() => stripe.invoices.pay('in_of_the_buyer')),
      )
    },
  }),
})
