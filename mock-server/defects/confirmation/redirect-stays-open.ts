import { defineDefect } from '../define.ts'

export const redirectStaysOpen = defineDefect({
  id: 'redirect-stays-open',
  breaks: 'CNF-12',
  summary: 'The redirect leads to Stripe also after the payment.',
  respond: ({ route, intent }, response) => {
    const location = intent?.privates.stripeCheckoutUrl
    if (route !== 'redirect' || location === undefined || location === null) return response
    return new Response(null, { status: 303, headers: { location } })
  },
})
