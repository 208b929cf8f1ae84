import { expect, test } from 'vitest'
import { createStripeTwin } from '../../../mock-server/stripe-twin/twin.ts'
import { startTestGateway } from '../../../mock-server/testing.ts'
import type { GatewayOptions } from '../../../mock-server/options.ts'
import { witnessOf } from '../../drive/witness.ts'
import { effectClaims } from '../../judge/effects.ts'
import { payoutClaims } from '../../judge/payouts.ts'
import { runInProcess } from '../../testing.ts'

type Twin = ReturnType<typeof createStripeTwin>

interface Setting {
  readonly twin?: Twin
  readonly options?: Partial<GatewayOptions>
  readonly onDecision?: (twin: Twin) => Promise<unknown>
}

/** The witnessed checks against the gateway: their ids by status. */
async function witnessed({ twin, options, onDecision }: Setting) {
  const gateway = startTestGateway(options)
  const { record } = await runInProcess({
    contract: gateway.contract,
    fetch: async (request) => {
      const decides = request.method === 'POST' && request.url.endsWith(gateway.contract.routes.decisions)
      if (decides) await onDecision?.(gateway.twin)
      return gateway.fetch(request)
    },
    only: 'NBL-03,NBL-05,NBL-06,NBL-08,IDM-05',
    webhookSecret: gateway.webhookSecret,
    witness: witnessOf(twin ?? gateway.twin),
  })
  await gateway.close()
  return record.checks.filter(({ profile }) => profile === 'witnessed').map(({ status }) => status)
}

/** Creates a session at the twin, as a start does. */
function createSession(intentId: string, cents: number) {
  return (twin: Twin) =>
    twin.fetch(
      new Request('https://api.stripe.com/v1/checkout/sessions', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${['sk', 'test', 'somebody0000000000000000'].join('_')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({
          mode: 'payment',
          client_reference_id: intentId,
          'metadata[checkout_intent_id]': intentId,
          success_url: 'https://shop.example.com/thanks',
          'line_items[0][quantity]': '1',
          'line_items[0][price_data][currency]': 'usd',
          'line_items[0][price_data][unit_amount]': String(cents),
          'line_items[0][price_data][product_data][name]': 'Pass',
        }),
      }),
    )
}

test('a target that does not call the twin passes no witnessed check', async () => {
  const statuses = await witnessed({ twin: createStripeTwin() })
  expect(new Set(statuses)).toEqual(new Set(['blocked', 'inconclusive']))
})

test('a test environment that starts without Stripe is not witnessed, and not blamed', async () => {
  const statuses = await witnessed({ options: { testEnvironment: true } })
  expect(new Set(statuses)).toEqual(new Set(['not-applicable']))
})

test('the start of somebody else during a decision is not the decision’s', async () => {
  const { contract } = startTestGateway()
  const onDecision = createSession('intent-of-somebody-else', contract.primaryOffer.unitAmountCents)
  expect(new Set(await witnessed({ onDecision }))).toEqual(new Set(['pass']))
})

test('a session for another amount during a decision is the decision’s', async () => {
  expect(await witnessed({ onDecision: createSession('intent-of-somebody-else', 4711) })).toContain('fail')
})

test('an effect is claimed by a flag, a count or rows, and not by a price that includes tax', () => {
  const claimed = (body: unknown) => effectClaims(body).some((claim) => claim.claimed)
  expect(claimed({ decision: { entitlementGranted: true } })).toBe(true)
  expect(claimed({ fulfilment_records: 2 })).toBe(true)
  expect(claimed({ entitlements: [{ id: 1 }] })).toBe(true)
  expect(claimed({ partnerNotificationSent: true })).toBe(true)
  expect(claimed({ taxIncluded: true, entitlementGranted: false, fulfillments: [] })).toBe(false)
  expect(claimed({ notifications: ['webhook'], taxCode: 'txcd_1' })).toBe(false)
})

test('a payout is claimed by its facts, and not by their absence', () => {
  expect(payoutClaims({ payoutStatus: 'payable' })).toHaveLength(1)
  expect(payoutClaims({ inner: { payable_at: 1 } })).toMatchObject([{ pointer: '/inner/payable_at' }])
  expect(payoutClaims({ payoutStatus: 'not_payable', payoutCreated: false, payoutId: null })).toEqual([])
  expect(payoutClaims({ sourceCheckoutPaidAt: 1, refundWindowDays: 14 })).toEqual([])
})
