import { describe, expect, test } from 'vitest'
import { deriveContract } from './derive.ts'
import { parseSeed } from './load.ts'
import { declaredNames, plainJsonSchema } from './plain-json-schema.ts'
import { readContract } from './seed-file.ts'
import { createVisibility } from './visibility.ts'
import { normaliseName, privateThings } from './vocabulary.ts'
import { responseSchemas } from './wire/schemas.ts'

const contract = readContract(new URL('../seeds/checkout-offer-source-data.json', import.meta.url))
const { forbiddenReason, isPublicSafe, forbiddenNames } = createVisibility(contract)

test('one name for every spelling', () => {
  const spelt = ['buyerEmail', 'buyer_email', 'Buyer-Email', 'BUYER_EMAIL', 'buyer email', 'BuyerEmail']
  expect(new Set(spelt.map(normaliseName))).toEqual(new Set(['buyeremail']))
  expect(normaliseName('rawURLValue')).toBe('rawurlvalue')
  expect(normaliseName('ｅｍａｉｌ')).toBe('email')
})

test.each([
  ['buyer_email', 'buyer email'],
  ['receiptEmail', 'buyer email'],
  ['Idempotency-Key', 'idempotency_key'],
  ['auditCorrelationId', 'audit_correlation_id'],
  ['sessionId', 'raw Stripe identifiers'],
  ['payment_intent', 'raw Stripe identifiers'],
  ['clientSecret', 'raw Stripe identifiers'],
  ['last4', 'payment method'],
  ['expMonth', 'payment method'],
  ['metadata', 'private checkout metadata'],
  ['agentClientId', 'private checkout metadata'],
])('%s is forbidden because of "%s"', (name, field) => {
  expect(forbiddenReason(name)).toContain(`"${field}"`)
})

test.each(['visitorKey', 'ip_address', 'User-Agent', 'referrer', 'webhookSecret'])(
  '%s is forbidden under any seed',
  (name) => {
    expect(forbiddenReason(name)).toBeDefined()
  },
)

test.each([
  ...[
    'correlationId',
    'priceId',
    'productId',
    'id',
    'requestId',
    'apiVersion',
    'status',
    'code',
    'checkoutIntentId',
    'contract',
  ],
  ...[
    'paymentIntentCreated',
    'stripeChargeCreated',
    'rawStripeIdsIncluded',
    'privateDataIncluded',
    'eventType',
  ],
  ...['referralClickId', 'text', 'serverPrivateFields', 'aggregateDecisionCounts', 'brand', 'stack'],
])('%s is harmless', (name) => {
  expect(forbiddenReason(name)).toBeUndefined()
})

test('what the seed or the wire publishes is public-safe, in any spelling', () => {
  expect(isPublicSafe('decision_kind')).toBe(true)
  expect(isPublicSafe('CheckoutIntentId')).toBe(true)
  expect(isPublicSafe('requestId')).toBe(false)
  for (const name of forbiddenNames) expect(isPublicSafe(name), name).toBe(false)
})

test('no answer of the wire declares a name of the private vocabulary', () => {
  const privately = new Set(privateThings.flatMap(({ names }) => names).map(normaliseName))
  for (const [id, schema] of Object.entries(responseSchemas)) {
    const declared = [...declaredNames(plainJsonSchema(schema(contract)))]
    expect(
      declared.filter((name) => privately.has(normaliseName(name))),
      id,
    ).toEqual([])
  }
})

describe('under another seed', () => {
  const withPrivate = (...serverPrivateFields: string[]) =>
    createVisibility(
      deriveContract(
        parseSeed({
          ...contract.seed,
          postPurchaseDecisions: { ...contract.seed.postPurchaseDecisions, serverPrivateFields },
        }),
      ),
    )

  test('an unknown phrase forbids its own name and its id', () => {
    const other = withPrivate('loyalty tier score')
    expect(other.forbiddenReason('loyaltyTierScore')).toContain('"loyalty tier score"')
    expect(other.forbiddenReason('loyalty_tier_score_id')).toBeDefined()
    expect(other.forbiddenReason('buyerEmail')).toBeUndefined()
    expect(other.forbiddenNames).toContain('loyalty-tier-score')
  })

  test('a phrase that names a member of the wire forbids nothing that the wire needs', () => {
    expect(withPrivate('partner id').forbiddenReason('partnerId')).toBeUndefined()
  })
})
