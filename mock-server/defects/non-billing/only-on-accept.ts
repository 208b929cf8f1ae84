import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const onlyOnAccept = defineDefect({
  id: 'only-on-accept',
  breaks: 'NBL-03',
  summary: 'One kind of decision creates a PaymentIntent, the others do not.',
  behaviour: (_good, { decisions, primaryOffer }) => ({
    afterDecision: async ({ stripe }, { decision }) => {
      if (decision.decisionKind !== decisions[0]?.decisionKind) return
      const { unitAmountCents: amount, currency } = primaryOffer
      await quietly(() => stripe?.paymentIntents.create({ amount, currency }))
    },
  }),
})
