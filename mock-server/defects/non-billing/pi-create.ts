import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const piCreate = defineDefect({
  id: 'pi-create',
  breaks: 'NBL-03',
  summary: 'A decision creates a PaymentIntent.',
  behaviour: (_good, { primaryOffer }) => ({
    afterDecision: async ({ stripe }) => {
      await quietly(() =>
        stripe?.paymentIntents.create({
          amount: primaryOffer.unitAmountCents,
          currency: primaryOffer.currency,
        }),
      )
    },
  }),
})
