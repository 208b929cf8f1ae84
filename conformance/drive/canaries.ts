import { createHmac } from 'node:crypto'
import type { Canary } from '../transcript.ts'
import type { Secret, SecretIndex } from './secret-index.ts'

/** Random bytes, from the edge. */
export type RandomBytes = (count: number) => Uint8Array

export type CanaryKind =
  | 'buyer-email'
  | 'idempotency-key'
  | 'agent-client-id'
  | 'metadata'
  | 'stripe-session'
  | 'stripe-payment-intent'
  | 'stripe-customer'
  | 'stripe-charge'
  | 'stripe-payment-method'
  | 'stripe-event'
  | 'stripe-request'
  | 'card-fingerprint'
  | 'visitor-key'
  | 'client-address'
  | 'user-agent'
  | 'referrer'
  | 'owner-reason'
  | 'client-field'

/** Secrets of the run's configuration: never planted, and never to be seen either. */
export type ConfiguredKind = 'webhook-secret' | 'signature' | 'owner-session' | 'header-secret'

/** Plants secrets: every value is unique in the run and known to the search before it leaves. */
export interface Canaries {
  readonly mint: (kind: CanaryKind) => string
  /** Registers a value that the run learnt or was given, e.g. a session id from the redirect. */
  readonly learn: (kind: CanaryKind | ConfiguredKind, value: string, parts?: readonly string[]) => void
  readonly digestOf: (value: string) => string
  readonly accept: (ids: Iterable<string>, exchange: number) => void
  readonly list: () => Canary[]
}

export function createCanaries(random: RandomBytes, index: SecretIndex): Canaries {
  const key = random(32)
  const counts = new Map<string, number>()
  const known = new Map<string, Secret>()
  const accepted = new Map<string, number>()
  const digestOf = (value: string) => createHmac('sha256', key).update(value).digest('hex').slice(0, 8)

  const register = (kind: string, value: string, parts: readonly string[]) => {
    if (known.has(value)) return
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const secret: Secret = { id: `${kind}#${count}`, kind, value, parts }
    known.set(value, secret)
    index.add(secret)
  }
  return {
    mint: (kind) => {
      const { value, parts } = makers[kind](random)
      register(kind, value, parts)
      return value
    },
    learn: (kind, value, parts = []) => register(kind, value, [...parts, ...cookieValues(kind, value)]),
    digestOf,
    accept: (ids, exchange) => {
      for (const id of ids) if (!accepted.has(id)) accepted.set(id, exchange)
    },
    list: () =>
      [...known.values()].map(({ id, kind, value }) => ({
        id,
        kind,
        digest: digestOf(value),
        acceptedBy: accepted.get(id) ?? null,
      })),
  }
}

/** A session may be a cookie header: each value in it is a secret, the names are not. */
function cookieValues(kind: string, value: string): string[] {
  if (kind !== 'owner-session' || !value.includes('=')) return []
  return value.split(/;\s*/).flatMap((pair) => {
    const cookie = pair.slice(pair.indexOf('=') + 1)
    return cookie.length >= 12 && cookie !== value ? [cookie] : []
  })
}

interface Made {
  readonly value: string
  readonly parts: readonly string[]
}

const makers: { readonly [kind in CanaryKind]: (random: RandomBytes) => Made } = {
  'buyer-email': (random) => {
    const local = `b${base36(random, 15)}`
    const domain = `m${base36(random, 11)}.example.com`
    return { value: `${local}@${domain}`, parts: [local, domain] }
  },
  'idempotency-key': plain('key-', 24),
  'agent-client-id': plain('agent-', 20),
  metadata: plain('note-', 24),
  'stripe-session': stripeId('cs_test_', 58),
  'stripe-payment-intent': stripeId('pi_', 24),
  'stripe-customer': stripeId('cus_', 14),
  'stripe-charge': stripeId('ch_', 24),
  'stripe-payment-method': stripeId('pm_', 24),
  'stripe-event': stripeId('evt_', 24),
  'stripe-request': stripeId('req_', 14),
  'card-fingerprint': stripeId('', 16),
  'visitor-key': plain('visitor-', 20),
  'client-address': (random) => {
    const [a = 0, b = 0, c = 0, d = 0] = random(4)
    // RFC 3849: the documentation prefix, so that the address can be nobody's.
    const group = (high: number, low: number) => (0x1000 + ((high << 4) ^ low) * 7).toString(16).slice(-4)
    const known = `${group(a, b)}:${group(b, c)}`
    // However the zeros are written, these two groups stay side by side.
    return { value: `2001:db8:${known}::${group(c, d)}`, parts: [known] }
  },
  'user-agent': plain('probe-agent-', 16),
  referrer: (random) => {
    const host = `r${base36(random, 13)}.example.net`
    return { value: `https://${host}/from`, parts: [host] }
  },
  'owner-reason': plain('reason-', 20),
  'client-field': plain('field-', 20),
}

function plain(prefix: string, length: number): (random: RandomBytes) => Made {
  return (random) => {
    const core = base36(random, length)
    return { value: `${prefix}${core}`, parts: [core] }
  }
}

/** A Stripe-like id: base62 with at least one digit and one upper-case letter, so that the shape search knows it too. */
function stripeId(prefix: string, length: number): (random: RandomBytes) => Made {
  return (random) => {
    const core = `${text(random, length - 2, base62)}${text(random, 1, '0123456789')}${text(random, 1, 'ABCDEFGHJKLMNPQRSTUVWXYZ')}`
    return { value: `${prefix}${core}`, parts: prefix === '' ? [] : [core] }
  }
}

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

function base36(random: RandomBytes, length: number): string {
  return text(random, length, 'abcdefghijkmnopqrstuvwxyz0123456789')
}

function text(random: RandomBytes, length: number, alphabet: string): string {
  return Array.from(random(length), (byte) => alphabet[byte % alphabet.length] ?? '').join('')
}
