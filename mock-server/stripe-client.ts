import Stripe from 'stripe'
import type { Delivery, Verified } from './defects/behaviour.ts'

/** Seconds, as Stripe's documentation has it. */
const tolerance = 300
const publicApi = 'https://api.stripe.com'

export type FetchLike = (request: Request) => Promise<Response>

export interface StripeOptions {
  /** A sandbox key. Absent or malformed ones make every start a preview; a live one is refused. */
  readonly secretKey?: string
  /** Where Stripe's API is; the public one unless given. */
  readonly base?: string
  /** Carries the calls, in place of the global `fetch`: a twin in this process, for one. */
  readonly fetch?: FetchLike
}

type SecretKind = 'sandbox' | 'live' | 'missing'

/** What kind of API key this is, told by its prefix. A malformed one counts as missing. */
export function secretKind(secretKey: string | undefined): SecretKind {
  if (secretKey !== undefined && /^(sk|rk)_live_/.test(secretKey)) return 'live'
  return secretKey !== undefined && /^(sk|rk)_test_[A-Za-z0-9_]{3,}$/.test(secretKey) ? 'sandbox' : 'missing'
}

/** The stripe package, pointed at `base`, without retries of its own: a failure is answered, and the key may try again. */
export function createStripeClient(secretKey: string, options: StripeOptions): Stripe {
  const base = new URL(stripeBase(options))
  const protocol = base.protocol === 'http:' ? 'http' : 'https'
  return new Stripe(secretKey, {
    protocol,
    host: base.hostname,
    port: base.port === '' ? (protocol === 'http' ? 80 : 443) : Number(base.port),
    httpClient: Stripe.createFetchHttpClient(fetchOf(options)),
    maxNetworkRetries: 0,
    timeout: 8_000,
    telemetry: false,
  })
}

export function stripeBase(options: StripeOptions): string {
  return options.base ?? publicApi
}

/** The way that calls to Stripe go, also past the stripe package. */
export function stripeFetch(options: StripeOptions): FetchLike {
  return options.fetch ?? ((request) => fetch(request))
}

const cryptoProvider = Stripe.createSubtleCryptoProvider()

/** Checks a delivery by Stripe's scheme. Never says why a signature is wrong: that would help to forge one. */
export async function verifyWebhook(delivery: Delivery): Promise<Verified> {
  const { payload, signature, secret, receivedAt } = delivery
  if (signature === null || signature === '') return { refusal: 'stripe_signature_missing' }
  try {
    // Text that stands for other bytes than those that came would be signed as if nothing had been changed.
    const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(payload)
    const event: unknown = await Stripe.webhooks.constructEventAsync(
      text,
      signature,
      secret,
      tolerance,
      cryptoProvider,
      receivedAt,
    )
    return { event }
  } catch {
    return { refusal: 'stripe_signature_verification_failed' }
  }
}

function fetchOf(options: StripeOptions): typeof fetch {
  const carry = stripeFetch(options)
  return (input, init) => carry(new Request(input, init))
}
