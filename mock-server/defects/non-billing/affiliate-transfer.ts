import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const affiliateTransfer = defineDefect({
  id: 'affiliate-transfer',
  breaks: 'NBL-03',
  summary: 'A decision transfers money to the partner.',
  behaviour: (_good, { primaryOffer }) => ({
    afterDecision: async ({ stripe }) => {
      await quietly(() =>
        stripe?.transfers.create({
          amount: 1,
          currency: primaryOffer.currency,
          destination: 'acct_of_the_partner',
        }),
      )
    },
  }),
})
