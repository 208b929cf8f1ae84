import { defineDefect } from '../define.ts'

export const decisionAddsToAmount = defineDefect({
  id: 'decision-adds-to-amount',
  breaks: 'NBL-02',
  summary: "A decision adds the price of the offer to the intent's amount.",
  behaviour: (_good, { primaryOffer }) => ({
    intentAfterDecision: (intent) => ({
      ...intent,
      amountCents: intent.amountCents + primaryOffer.unitAmountCents,
    }),
  }),
})
