import { defineDefect } from '../define.ts'

export const promotionCodes = defineDefect({
  id: 'promotion-codes',
  breaks: 'NBL-06',
  summary: 'The buyer may enter a promotion code at Stripe.',
  behaviour: (good) => ({
    sessionParams: (params) => ({ ...good.sessionParams(params), allow_promotion_codes: true }),
  }),
})
