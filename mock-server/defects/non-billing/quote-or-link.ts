import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const quoteOrLink = defineDefect({
  id: 'quote-or-link',
  breaks: 'NBL-03',
  summary: 'A decision creates a payment link.',
  behaviour: (_good, { primaryOffer }) => ({
    afterDecision: async ({ stripe }) => {
      await quietly(() =>
        stripe?.paymentLinks.create({ line_items: [{ price: primaryOffer.priceId, quantity: 1 }] }),
      )
    },
  }),
})
