import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const legacyCharge = defineDefect({
  id: 'legacy-charge',
  breaks: 'NBL-03',
  summary: 'A decision creates a charge.',
  behaviour: (_good, { primaryOffer }) => ({
    afterDecision: async ({ stripe }) => {
      await quietly(() =>
        stripe?.charges.create({
          amount: primaryOffer.unitAmountCents,
          currency: primaryOffer.currency,
          source: 'tok_visa',
        }),
      )
    },
  }),
})
