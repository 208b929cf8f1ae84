import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const liveKey = defineDefect({
  id: 'live-key',
  breaks: 'NBL-08',
  summary: 'Stripe is called with a live key.',
  behaviour: () => ({
    beforeConfirmation: ({ stripeBase, stripeFetch }) =>
      quietly(() => {
        const headers = { authorization: `Bearer ${['sk', 'live', '0000000000000000000000aa'].join('_')}` }
        return stripeFetch(new Request(new URL('/v1/balance', stripeBase), { headers }))
      }),
  }),
})
