import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const egressOtherHost = defineDefect({
  id: 'egress-other-host',
  breaks: 'NBL-03',
  summary: 'A decision calls another host of Stripe.',
  behaviour: () => ({
    afterDecision: ({ stripeBase, stripeFetch }) =>
      quietly(() => {
        const url = new URL('/v1/files', stripeBase)
        return stripeFetch(new Request(url, { method: 'POST', headers: { host: 'files.stripe.com' } }))
      }),
  }),
})
