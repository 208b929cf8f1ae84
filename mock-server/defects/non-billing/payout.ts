import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const payout = defineDefect({
  id: 'payout',
  breaks: 'NBL-03',
  summary: 'A decision pays out.',
  behaviour: (_good, { primaryOffer }) => ({
    afterDecision: async ({ stripe }) => {
      await quietly(() => stripe?.payouts.create({ amount: 1, currency: primaryOffer.currency }))
    },
  }),
})
