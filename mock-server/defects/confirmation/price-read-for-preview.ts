import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const priceReadForPreview = defineDefect({
  id: 'price-read-for-preview',
  breaks: 'CNF-09',
  summary: 'A preview looks its price up at Stripe.',
  behaviour: (_good, { primaryOffer }) => ({
    beforeConfirmation: ({ stripe }) => quietly(() => stripe?.prices.retrieve(primaryOffer.priceId)),
  }),
})
