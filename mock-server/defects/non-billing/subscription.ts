import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const subscription = defineDefect({
  id: 'subscription',
  breaks: 'NBL-03',
  summary: 'A decision creates a subscription.',
  behaviour: (_good, { primaryOffer }) => ({
    afterDecision: async ({ stripe }) => {
      await quietly(() =>
        stripe?.subscriptions.create({
          customer: 'cus_of_the_buyer',
          items: [{ price: primaryOffer.priceId }],
        }),
      )
    },
  }),
})
