import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const checkAfterCreate = defineDefect({
  id: 'check-after-create',
  breaks: 'CNF-09',
  summary: 'The Stripe session is created before the confirmation text is looked at.',
  behaviour: (_good, { routes, primaryOffer }) => ({
    beforeConfirmation: ({ stripe }) =>
      quietly(() =>
        stripe?.checkout.sessions.create({
          mode: 'payment',
          success_url: `https://gateway.invalid${routes.success}`,
          line_items: [
            {
              quantity: 1,
              price_data: {
                currency: primaryOffer.currency,
                unit_amount: primaryOffer.unitAmountCents,
                product_data: { name: primaryOffer.title },
              },
            },
          ],
        }),
      ),
  }),
})
