import { refuse } from '../http/answer.ts'
import type { Handler } from './route.ts'

/** WIRE 4: to Stripe's hosted page, while there is something to pay. */
export const redirectToStripe: Handler = async ({ world, id }) => {
  const intent = await world.store.read((tx) => tx.intents.get(id))
  if (intent?.status !== 'stripe_session_created') return refuse(404, 'checkout_redirect_not_available')
  const { stripeCheckoutUrl } = intent.privates
  if (stripeCheckoutUrl === null) return refuse(404, 'checkout_url_not_available')
  return new Response(null, {
    status: 303,
    headers: { location: stripeCheckoutUrl, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  })
}
