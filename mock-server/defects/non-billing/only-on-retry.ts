import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const onlyOnRetry = defineDefect({
  id: 'only-on-retry',
  breaks: 'NBL-03',
  summary: 'The replay of a decision creates a PaymentIntent.',
  behaviour: (_good, { primaryOffer }) => ({
    afterDecision: async ({ stripe }, outcome) => {
      if (outcome.replay)
        await quietly(() =>
          stripe?.paymentIntents.create({
            amount: primaryOffer.unitAmountCents,
            currency: primaryOffer.currency,
          }),
        )
    },
  }),
})
