import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const deferred2s = defineDefect({
  id: 'deferred-2s',
  breaks: 'NBL-03',
  lateMs: 1500,
  summary: 'A decision creates a PaymentIntent a moment after the answer.',
  behaviour: (_good, { primaryOffer }) => ({
    afterDecision: async ({ stripe, later }) => {
      const { unitAmountCents: amount, currency } = primaryOffer
      later(1_500, () => quietly(() => stripe?.paymentIntents.create({ amount, currency })))
    },
  }),
})
