import { Stripe } from 'stripe'

/**
 * The `Stripe-Signature` header for a webhook body, made by the stripe package over exactly these characters.
 * `timestamp` in Unix seconds. Works in browsers too (WebCrypto).
 */
export async function signatureFor(
  payload: string,
  options: { readonly secret: string; readonly timestamp: number },
): Promise<string> {
  return Stripe.webhooks.generateTestHeaderStringAsync({
    payload,
    secret: options.secret,
    timestamp: options.timestamp,
    cryptoProvider: Stripe.createSubtleCryptoProvider(),
  })
}
