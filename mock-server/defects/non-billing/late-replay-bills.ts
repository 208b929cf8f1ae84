import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const lateReplayBills = defineDefect({
  id: 'late-replay-bills',
  breaks: 'NBL-06',
  summary: 'The replay of a decision charges once the intent has moved on.',
  behaviour: (_good, { primaryOffer }) => ({
    afterDecision: async ({ stripe }, { decision, intent, replay }) => {
      if (!replay || intent === undefined || intent.updatedAt === decision.checkoutUpdatedAt) return
      const { currency, unitAmountCents: amount } = primaryOffer
      await quietly(() => stripe?.paymentIntents.create({ amount, currency }))
    },
  }),
})
