import { defineDefect } from '../define.ts'

export const stripeFailureStarted = defineDefect({
  id: 'stripe-failure-started',
  breaks: 'ROB-02',
  summary: 'A start that Stripe failed is answered as started.',
  behaviour: () => ({ stripeFailed: () => ({ id: 'cs_test_of_nobody', url: null }) }),
})
