import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const upsellCheckout = defineDefect({
  id: 'upsell-checkout',
  breaks: 'NBL-03',
  summary: 'A decision opens another checkout session.',
  behaviour: (_good, { primaryOffer }) => ({
    afterDecision: async ({ stripe }) => {
      await quietly(() =>
        stripe?.checkout.sessions.create({
          mode: 'payment',
          success_url: 'https://gateway.invalid/',
          line_items: [{ price: primaryOffer.priceId, quantity: 1 }],
        }),
      )
    },
  }),
})
