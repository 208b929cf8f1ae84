import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const rawFetchBypass = defineDefect({
  id: 'raw-fetch-bypass',
  breaks: 'NBL-03',
  summary: 'A decision calls Stripe without the stripe package.',
  behaviour: () => ({
    afterDecision: ({ stripeBase, stripeFetch }) =>
      quietly(() =>
        stripeFetch(
          new Request(new URL('/v1/payment_intents', stripeBase), { method: 'POST', body: 'amount=1' }),
        ),
      ),
  }),
})
