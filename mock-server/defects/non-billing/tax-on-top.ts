import { defineDefect } from '../define.ts'

export const taxOnTop = defineDefect({
  id: 'tax-on-top',
  breaks: 'NBL-06',
  summary: 'Stripe adds tax to the seeded prices.',
  behaviour: (good) => ({
    sessionParams: (params) => ({ ...good.sessionParams(params), automatic_tax: { enabled: true } }),
  }),
})
