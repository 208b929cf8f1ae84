import type { Driver } from '../../drive/driver.ts'
import { deliver } from '../../drive/events.ts'
import { eventFor, givenStarted, sendEvent } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import { isObject } from '../../judge/look.ts'
import type { JsonObject } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'

/** What is wrong with an event that the secret has signed; members are replaced, `undefined` takes one away. */
const faults: readonly (readonly [variant: string, members: { readonly [name: string]: unknown }])[] = [
  ['no-data', { data: undefined }],
  ['null-data', { data: null }],
  ['array-data', { data: [] }],
  ['no-object', { data: {} }],
  ['null-object', { data: { object: null } }],
  ['string-object', { data: { object: 'checkout.session' } }],
  ['no-type', { type: undefined }],
  ['number-type', { type: 7 }],
  ['no-id', { id: undefined }],
  ['null-id', { id: null }],
  ['object-id', { id: { $ne: null } }],
]
const texts: readonly (readonly [variant: string, body: string])[] = [
  ['null', 'null'],
  ['array', '[]'],
  ['string', '"checkout.session.completed"'],
  ['number', '42'],
  ['empty-object', '{}'],
  ['cut-short', '{"id":"evt'],
  ['no-bytes', ''],
]

export const nonsense: Scenario = {
  id: 'webhook/nonsense',
  profile: 'sandbox',
  title: 'well signed bodies that are no event, and real events under the ids of those that failed',
  drive: async (driver) => {
    const intent = await givenStarted(driver)
    const { intentId } = intent
    const about = { checkoutIntentId: intentId }
    const event = (type: string, paymentStatus: string) => eventFor(driver, intent, { type, paymentStatus })
    const unpaid = event('checkout.session.completed', 'unpaid')
    const paid = event('checkout.session.async_payment_succeeded', 'paid')
    await readDecision(driver, intentId, { step: 'read-before', about })
    for (const [variant, body] of texts) {
      await deliver(driver, unpaid, { step: 'nonsense', variant, body })
    }
    for (const [variant, members] of faults) {
      const parsed: unknown = JSON.parse(event('checkout.session.completed', 'paid').body)
      const body = JSON.stringify({ ...(isObject(parsed) ? parsed : {}), ...members })
      await deliver(driver, unpaid, { step: 'nonsense', variant, body })
    }
    for (const [variant, metadata] of [
      ['array-metadata', [intentId]],
      ['object-in-metadata', { checkout_intent_id: { $ne: null } }],
    ] as const) {
      const body = withObject(unpaid.body, { metadata, client_reference_id: 7 })
      await deliver(driver, unpaid, {
        step: 'wrong-type',
        variant,
        body: body.replace(unpaid.id, driver.canaries.mint('stripe-event')),
      })
    }
    await readDecision(driver, intentId, { step: 'read-after-nonsense', about })
    await withinObjects(driver)
    // The same id first without what makes it an event, then whole: a failure must leave room for the next attempt.
    for (const [variant, whole, broken] of [
      ['null-object', unpaid, { data: { object: null } }],
      ['no-data', paid, { data: undefined }],
    ] as const) {
      const parsed: unknown = JSON.parse(whole.body)
      const body = JSON.stringify({ ...(isObject(parsed) ? parsed : {}), ...broken })
      await deliver(driver, whole, { step: 'broken', variant, body, about })
      await deliver(driver, whole, { step: 'whole', variant, attempt: 2, about })
      await readDecision(driver, intentId, { step: 'read-whole', variant, about })
    }
  },
}

/** Events for an intent that lack a member of the session or have one of a wrong type; what they do is left open. */
async function withinObjects(driver: Driver): Promise<void> {
  const intent = await givenStarted(driver)
  const reference = { client_reference_id: intent.intentId }
  for (const [variant, members] of [
    ['no-payment-status', { payment_status: undefined }],
    ['null-payment-status', { payment_status: null }],
    ['number-payment-status', { payment_status: 1 }],
    ['null-metadata', { metadata: null, ...reference }],
    ['no-metadata', { metadata: undefined, ...reference }],
    ['text-amount', { amount_total: String(intent.amountCents) }],
    ['null-amount-and-currency', { amount_total: null, currency: null }],
    ['number-currency', { currency: 7 }],
  ] as const) {
    const type = 'checkout.session.completed'
    await sendEvent(driver, intent, { type, object: members }, { step: 'wrong-type', variant })
  }
}

function withObject(body: string, members: JsonObject): string {
  const event: unknown = JSON.parse(body)
  if (!isObject(event) || !isObject(event['data']) || !isObject(event['data']['object'])) return body
  return JSON.stringify({ ...event, data: { object: { ...event['data']['object'], ...members } } })
}
