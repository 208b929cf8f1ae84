import { defineDefect } from '../define.ts'

export const liveKey = defineDefect({
  id: 'live-key',
  breaks: 'NBL-08',
  summary: 'Stripe is called with a live key.',
  behaviour: (good) => ({
    stripeSecret: (configured) => good.stripeSecret(configured).replace('_test_', '_live_'),
  }),
})
