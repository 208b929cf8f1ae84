import { Stripe } from 'stripe'
import { describe, expect, it } from 'vitest'
import { sessionFrom } from './event-objects.ts'
import {
  chargeEvent,
  paymentIntentEvent,
  sessionEvent,
  sessionEventTypes,
  stripeEvent,
  subscriptionEvent,
} from './events.ts'
import { seededRandom } from './ids.ts'
import { signatureFor } from './sign.ts'

const created = 1_780_000_000
const facts = {
  amountTotal: 2800,
  currency: 'eur',
  metadata: { checkout_intent_id: 'intent-1' },
  clientReferenceId: 'intent-1',
  email: 'käufer@example.test',
}

function build(type: (typeof sessionEventTypes)[number], options: { paymentStatus?: 'unpaid' } = {}) {
  const random = seededRandom(5)
  return sessionEvent(type, sessionFrom(facts, created, random), { random, created, ...options })
}

describe('session events', () => {
  it('have Stripe’s form and carry the checkout', () => {
    const event = build('checkout.session.completed')
    expect(event.id).toMatch(/^evt_\w{24}$/)
    expect(event).toMatchObject({
      object: 'event',
      created,
      livemode: false,
      type: 'checkout.session.completed',
    })
    expect(event.api_version).toMatch(/^\d{4}-\d{2}-\d{2}/)
    const { object } = event.data
    expect(object).toMatchObject({
      object: 'checkout.session',
      amount_total: 2800,
      currency: 'eur',
      metadata: facts.metadata,
      client_reference_id: 'intent-1',
      customer_details: { email: facts.email },
      livemode: false,
      payment_status: 'paid',
      status: 'complete',
    })
    expect(object.payment_intent).toMatch(/^pi_\w{24}$/)
    expect(object.customer).toMatch(/^cus_\w{14}$/)
  })

  it.each([
    ['checkout.session.async_payment_succeeded', 'paid', 'complete'],
    ['checkout.session.async_payment_failed', 'unpaid', 'complete'],
    ['checkout.session.expired', 'unpaid', 'expired'],
  ] as const)('%s says %s and %s', (type, paymentStatus, status) => {
    expect(build(type).data.object).toMatchObject({ payment_status: paymentStatus, status })
  })

  it('can say that a completed session is not paid yet', () => {
    const event = build('checkout.session.completed', { paymentStatus: 'unpaid' })
    expect(event.data.object.payment_status).toBe('unpaid')
  })

  it('are the same under the same randomness', () => {
    for (const type of sessionEventTypes) expect(build(type)).toEqual(build(type))
  })

  it('can be redelivered, told to be live, and made to contradict their session', () => {
    const random = seededRandom(6)
    const session = sessionFrom(facts, created, random)
    const event = sessionEvent('checkout.session.completed', session, {
      random,
      created,
      id: 'evt_again',
      livemode: true,
      object: { amount_total: 1, metadata: {} },
    })
    expect(event).toMatchObject({ id: 'evt_again', livemode: true })
    expect(event.data.object).toMatchObject({
      amount_total: 1,
      metadata: {},
      livemode: true,
      currency: 'eur',
    })
  })
})

describe('other events', () => {
  it('carry objects of their own kind', () => {
    const random = seededRandom(7)
    const session = sessionFrom(facts, created, random)
    const kinds = [paymentIntentEvent, chargeEvent, subscriptionEvent].map((builder) => {
      const event = builder(session, { random, created })
      return [event.type, event.data.object.object]
    })
    expect(kinds).toEqual([
      ['payment_intent.succeeded', 'payment_intent'],
      ['charge.succeeded', 'charge'],
      ['customer.subscription.created', 'subscription'],
    ])
    expect(stripeEvent('made.up', { id: 'x' }, { random, created }).data.object).toEqual({
      id: 'x',
      livemode: false,
    })
  })
})

describe('signatureFor', () => {
  const secret = 'whsec_test'

  it('is what the stripe package takes, for these characters only', async () => {
    const payload = JSON.stringify(build('checkout.session.completed'))
    const timestamp = Math.floor(Date.now() / 1000)
    const header = await signatureFor(payload, { secret, timestamp })
    expect(header).toMatch(new RegExp(`^t=${timestamp},v1=[0-9a-f]{64}$`))
    expect(Stripe.webhooks.constructEvent(payload, header, secret).type).toBe('checkout.session.completed')
    expect(() => Stripe.webhooks.constructEvent(`${payload} `, header, secret)).toThrow()
    expect(() => Stripe.webhooks.constructEvent(payload, header, 'whsec_other')).toThrow()
  })

  it('keeps the given time, so a stale one is refused', async () => {
    const stale = await signatureFor('{}', { secret, timestamp: Math.floor(Date.now() / 1000) - 3600 })
    expect(() => Stripe.webhooks.constructEvent('{}', stale, secret)).toThrow(/tolerance/i)
  })
})
