import type { Driver } from '../../drive/driver.ts'
import type { Header, Json } from '../../transcript.ts'
import { cardFacts, type CardFacts } from './planting.ts'

/** What one world keeps secret, the same in each of its flows. */
export interface World {
  readonly name: 'A' | 'B'
  readonly buyerEmail: string
  readonly agentClientId: string
  readonly anonymousVisitorKey: string
  readonly clickHeaders: readonly Header[]
  readonly card: CardFacts
  /** Private members of the session object of an event. */
  readonly object: { readonly [member: string]: Json }
  readonly note: string
  /** An idempotency key that begins and ends as all of this world do, and is fresh between. */
  readonly key: () => string
}

/**
 * Two worlds that differ in their secrets alone. Where a secret may have any length, B's is longer by far, so that a
 * code whose output depends on the length shows too; the local part of an address has at most 64 (RFC 5321, 4.5.3.1.1).
 */
export function twoWorlds(driver: Driver): readonly [World, World] {
  return [world(driver, 'A', ''), world(driver, 'B', 'with-many-more-characters-than-the-other-has-')]
}

function keyPart({ random }: Pick<Driver, 'random'>): string {
  return Buffer.from(random(6)).toString('hex')
}

function world(driver: Driver, name: World['name'], more: string): World {
  const { canaries } = driver
  const longer = (kind: 'agent-client-id' | 'metadata' | 'visitor-key' | 'user-agent'): string => {
    const value = canaries.mint(kind)
    if (more === '') return value
    canaries.learn(kind, `${more}${value}`, [value])
    return `${more}${value}`
  }
  const address = canaries.mint('buyer-email')
  const buyerEmail = more === '' ? address : `${more}${address}`
  if (more !== '') canaries.learn('buyer-email', buyerEmail, [address])
  const referrer = `${canaries.mint('referrer')}${more === '' ? '' : `/${more}`}`
  const card = cardFacts(driver)
  const [head, tail] = [keyPart(driver), keyPart(driver)]
  return {
    name,
    key: () => {
      const minted = canaries.mint('idempotency-key')
      const key = `${head}-${minted}-${more}${tail}`
      canaries.learn('idempotency-key', key, [minted])
      return key
    },
    buyerEmail,
    agentClientId: longer('agent-client-id'),
    anonymousVisitorKey: longer('visitor-key'),
    clickHeaders: [
      ['user-agent', longer('user-agent')],
      ['referer', referrer],
      ['x-forwarded-for', canaries.mint('client-address')],
    ],
    card,
    note: longer('metadata'),
    object: {
      customer: canaries.mint('stripe-customer'),
      customer_email: buyerEmail,
      customer_details: { email: buyerEmail, name: null, phone: null },
      payment_intent: canaries.mint('stripe-payment-intent'),
      payment_method: canaries.mint('stripe-payment-method'),
      latest_charge: canaries.mint('stripe-charge'),
      payment_method_details: {
        type: 'card',
        card: {
          brand: card.brand,
          last4: card.last4,
          exp_month: card.expMonth,
          exp_year: card.expYear,
          fingerprint: canaries.mint('card-fingerprint'),
        },
      },
    },
  }
}
