import { defineDefect } from '../define.ts'

export const trustsUserAgent = defineDefect({
  id: 'trusts-user-agent',
  breaks: 'WHK-01',
  summary: 'Whoever says in the user agent to be Stripe needs no signature.',
  respond: async ({ route, request }, response) =>
    route === 'webhook' &&
    !request.headers.has('stripe-signature') &&
    (request.headers.get('user-agent') ?? '').startsWith('Stripe/')
      ? Response.json({ received: true, duplicate: false })
      : response,
})
