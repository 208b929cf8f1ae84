import type { Fields } from '../http/fields.ts'
import { field, isAbsent } from '../http/fields.ts'

/** Longer keys are refused. */
const longestKey = 512

/** The key in the body, else in the header; blank ones do not count. Undefined: none. Null: one that cannot be used. */
export function keyOf(fields: Fields, headers: Headers): string | undefined | null {
  const given = field(fields, 'idempotencyKey')
  if (!isAbsent(given) && typeof given !== 'string') return null
  const key = isBlank(given) ? headers.get('idempotency-key') : given
  if (isBlank(key)) return undefined
  return key.length <= longestKey ? key : null
}

/** One name for a scope and a key; no two pairs share one. */
export function keyId(scope: string, key: string): string {
  return JSON.stringify([scope, key])
}

/**
 * The caller's key as Stripe takes it: as it is where Stripe allows it (at most 255 printable ASCII characters), else a
 * digest of it; the intent's id where the caller sent none.
 */
export async function stripeIdempotencyKey(key: string | null, intentId: string): Promise<string> {
  if (key === null) return intentId
  if (/^[\x21-\x7e]([\x20-\x7e]{0,253}[\x21-\x7e])?$/.test(key)) return key
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(key)))
  return `sha256-${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function isBlank(key: string | undefined | null): key is undefined | null | '' {
  return isAbsent(key) || key.trim() === ''
}
