import { defineDefect } from '../define.ts'

export const stripeKeyMissing = defineDefect({
  id: 'stripe-key-missing',
  breaks: 'NBL-06',
  summary: "The caller's key is not passed on to Stripe.",
  behaviour: () => ({ stripeIdempotencyKey: async () => undefined }),
})
