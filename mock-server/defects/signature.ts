/** Helpers of the defects that check a webhook signature on their own, and wrongly. */
import type { Behaviour, Delivery } from './behaviour.ts'

/** HMAC-SHA256 in lower-case hexadecimal. */
export async function signatureOf(secret: string, content: string): Promise<string> {
  const encode = (text: string) => new TextEncoder().encode(text)
  // WebCrypto refuses an empty key; a zero byte makes the same HMAC.
  const raw = secret === '' ? new Uint8Array(1) : encode(secret)
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const digest = await crypto.subtle.sign('HMAC', key, encode(content))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The `t` of a signature header and its signatures by scheme, in order. */
function partsOf(header: string) {
  const pairs = header.split(',').map((part) => {
    const [name = '', ...value] = part.split('=')
    return [name.trim(), value.join('=')] as const
  })
  const valuesOf = (scheme: string) => pairs.flatMap(([name, value]) => (name === scheme ? [value] : []))
  return { timestamp: valuesOf('t')[0] ?? '', valuesOf }
}

export function textOf(payload: Uint8Array): string {
  return new TextDecoder().decode(payload)
}

/** The payload as JSON; undefined when it is none. */
export function parsePayload(payload: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(payload))
  } catch {
    return undefined
  }
}

/** What a defect that takes more than the right signatures may look at. */
export interface Refused {
  readonly timestamp: string
  readonly body: string
  readonly secret: string
  /** The header's signatures of one scheme, in order. */
  readonly valuesOf: (scheme: string) => readonly string[]
}

/** Verifies as it should, and then takes what was refused where `accepts` says so. */
export const acceptingAlso =
  (accepts: (refused: Refused) => Promise<boolean>) =>
  (good: Behaviour): Partial<Behaviour> => ({
    verifyWebhook: async (delivery) => {
      const { payload, signature, secret } = delivery
      const verified = await good.verifyWebhook(delivery)
      if ('event' in verified || signature === null) return verified
      const taken = await accepts({ ...partsOf(signature), body: textOf(payload), secret })
      return taken ? { event: parsePayload(payload) } : verified
    },
  })

/** Verifies as if a delivery had come at the very time at which it was signed, where `lenient` says so of its age in ms. */
export const forgivingAge =
  (lenient: (age: number, delivery: Delivery) => boolean) =>
  (good: Behaviour): Partial<Behaviour> => ({
    verifyWebhook: (delivery) => {
      const signedAt = Number(partsOf(delivery.signature ?? '').timestamp) * 1000
      const age = delivery.receivedAt - signedAt
      const forgiven = age > 0 && lenient(age, delivery)
      return good.verifyWebhook(forgiven ? { ...delivery, receivedAt: signedAt } : delivery)
    },
  })

/** Looks at some of the header's signatures alone. */
export const lookingOnlyAt =
  (chosen: (signatures: readonly string[]) => readonly string[]) =>
  (good: Behaviour): Partial<Behaviour> => ({
    verifyWebhook: (delivery) => {
      const { timestamp, valuesOf } = partsOf(delivery.signature ?? '')
      const all = valuesOf('v1')
      if (all.length === 0) return good.verifyWebhook(delivery)
      const signature = [`t=${timestamp}`, ...chosen(all).map((value) => `v1=${value}`)].join(',')
      return good.verifyWebhook({ ...delivery, signature })
    },
  })
