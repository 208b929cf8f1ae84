import { refuse } from '../../http/answer.ts'
import { defineDefect } from '../define.ts'

export const stripeFailureUnnamed = defineDefect({
  id: 'stripe-failure-unnamed',
  breaks: 'ROB-06',
  summary: 'A start that Stripe failed is answered as any fault of the server is.',
  respond: ({ route, request }, response) =>
    route === 'checkout' && request.method === 'POST' && response.status === 502
      ? refuse(500, 'internal_error')
      : response,
})
