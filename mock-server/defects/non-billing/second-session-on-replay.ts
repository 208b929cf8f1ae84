import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const secondSessionOnReplay = defineDefect({
  id: 'second-session-on-replay',
  breaks: 'NBL-06',
  summary: 'A replayed start creates a second session.',
  behaviour: (_good, { primaryOffer }) => ({
    onReplayedStart: ({ stripe }, intent) =>
      quietly(() =>
        stripe?.checkout.sessions.create({
          mode: 'payment',
          client_reference_id: intent.id,
          success_url: intent.successUrl,
          line_items: [
            {
              quantity: 1,
              price_data: {
                currency: intent.currency,
                unit_amount: intent.amountCents,
                product_data: { name: primaryOffer.title },
              },
            },
          ],
        }),
      ),
  }),
})
