import { Stripe } from 'stripe'
import { seededRandom } from './ids.ts'
import { createStripeTwin, type StripeTwin, type StripeTwinOptions } from './twin.ts'

export const testKey = 'sk_test_4eC39HqLyjWDarjtT1zdp7dc'

/** A session's parameters as a caller of the stripe package writes them. */
export const params = {
  mode: 'payment',
  success_url: 'https://shop.example/done?session_id={CHECKOUT_SESSION_ID}',
  client_reference_id: 'intent-1',
  metadata: { checkout_intent_id: 'intent-1' },
  line_items: [
    { quantity: 2, price_data: { currency: 'EUR', unit_amount: 900, product_data: { name: 'Ä pass' } } },
    { quantity: 1, price: 'price_known' },
  ],
} satisfies Stripe.Checkout.SessionCreateParams

interface TwinAtHand {
  readonly twin: StripeTwin
  /** The stripe package, talking to the twin. */
  readonly stripe: Stripe
  readonly client: (key: string) => Stripe
  /** Unix milliseconds. */
  readonly start: number
  readonly advance: (ms: number) => void
}

/** A twin with a clock of its own and a known price; `options` go before what it has by default. */
export function twinAtHand(options: StripeTwinOptions = {}): TwinAtHand {
  const start = 1_780_000_000_000
  let clock = start
  const twin = createStripeTwin({
    now: () => clock,
    random: seededRandom(3),
    prices: { price_known: { unitAmount: 1900, currency: 'eur' } },
    ...options,
  })
  const client = (key: string): Stripe =>
    new Stripe(key, {
      httpClient: Stripe.createFetchHttpClient((input, init) => twin.fetch(new Request(input, init))),
      maxNetworkRetries: 0,
    })
  return { twin, stripe: client(testKey), client, start, advance: (ms) => void (clock += ms) }
}
