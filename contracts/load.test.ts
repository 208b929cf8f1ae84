import { describe, expect, test } from 'vitest'
import { parseSeed } from './load.ts'
import { problemsOf, seedWith, valueAt } from './seed-edits.fixture.ts'

const decisions = '/postPurchaseDecisions/allowedDecisions'
const counts = '/postPurchaseDecisionSummary/aggregateCounts'
const path = '/stacks/0/postPurchasePath/offers'

describe('one error of each kind stands at its pointer', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string, RegExp])[] = [
    ['a missing member', { '/id': undefined }, '/id', /required/i],
    ['a wrong type', { '/stableIds': 'x' }, '/stableIds', /array/],
    [
      'a negative amount',
      { '/stacks/0/orderBumps/0/unitAmountCents': -1 },
      '/stacks/0/orderBumps/0/unitAmountCents',
      /negative/,
    ],
    [
      'a fraction of a cent',
      { [`${path}/0/unitAmountCents`]: 1.5 },
      `${path}/0/unitAmountCents`,
      /whole cents/,
    ],
    [
      'a currency that is no code',
      { '/stacks/0/primaryOffer/currency': 'USD' },
      '/stacks/0/primaryOffer/currency',
      /ISO 4217/,
    ],
    [
      'a route that is no path',
      { '/stacks/0/linkedFunnelRoute': 'https://example.test/x' },
      '/stacks/0/linkedFunnelRoute',
      /path/,
    ],
    [
      'a route with a pattern in it',
      { '/stacks/0/previewRoute': '/offers/:slug' },
      '/stacks/0/previewRoute',
      /path/,
    ],
    [
      'a flag that is true',
      { '/sandboxCheckout/liveModeEnabled': true },
      '/sandboxCheckout/liveModeEnabled',
      /false/,
    ],
    ['an odd member of a count', { [`${counts}/0/buyer`]: 1 }, `${counts}/0/buyer`, /no member/],
    [
      'an allow-listed price of no bump',
      { '/sandboxCheckout/allowedOrderBumpPriceIds/0': 'p' },
      '/sandboxCheckout/allowedOrderBumpPriceIds/0',
      /priceId of none/,
    ],
    [
      'eligibility without any payment',
      { '/postPurchaseDecisions/eligibleCheckoutStatuses': ['paid', 'stripe_session_created'] },
      '/postPurchaseDecisions/eligibleCheckoutStatuses/1',
      /nobody has paid/,
    ],
    ...['payment_failed', 'expired'].map(
      (status) =>
        [
          `eligibility after ${status}`,
          { '/postPurchaseDecisions/eligibleCheckoutStatuses': ['paid', status] },
          '/postPurchaseDecisions/eligibleCheckoutStatuses/1',
          /ended unpaid/,
        ] as const,
    ),
    [
      'eligibility that no payment brings',
      { '/postPurchaseDecisions/eligibleCheckoutStatuses': ['fulfilled'] },
      '/postPurchaseDecisions/eligibleCheckoutStatuses',
      /no payment/,
    ],
    [
      'an amount that nobody charges',
      { [`${path}/0/unitAmountCents`]: 1_000_000_000_000 },
      `${path}/0/unitAmountCents`,
      /at most 999999999999/,
    ],
    [
      'a total that nobody charges',
      { '/stacks/0/primaryOffer/unitAmountCents': 999_999_999_999 },
      '/stacks/0/primaryOffer/unitAmountCents',
      /with the bumps that are allowed comes to 1000000001899 cents/,
    ],
    [
      'a decision of an absent offer',
      { [`${decisions}/1/presentedOfferId`]: 'gone' },
      `${decisions}/1/presentedOfferId`,
      /no offer/,
    ],
    [
      'a decision of the primary offer',
      { [`${decisions}/1/presentedOfferId`]: valueAt('/stacks/0/primaryOffer/id') },
      `${decisions}/1/presentedOfferId`,
      /none of .*postPurchasePath/,
    ],
    ['a repeated stack id', { '/stacks/1': valueAt('/stacks/0') }, '/stacks/1/id', /repeats the stack id/],
    [
      'a repeated offer id',
      { [`${path}/1/id`]: valueAt('/stacks/0/orderBumps/0/id') },
      `${path}/1/id`,
      /repeats the offer id/,
    ],
    [
      'a repeated price id',
      { [`${path}/1/priceId`]: valueAt(`${path}/0/priceId`) },
      `${path}/1/priceId`,
      /repeats the price id/,
    ],
    [
      'a repeated decision kind',
      { [`${decisions}/3/decisionKind`]: valueAt(`${decisions}/2/decisionKind`) },
      `${decisions}/3/decisionKind`,
      /repeats the decision kind/,
    ],
    [
      'a repeated status',
      { '/postPurchaseDecisions/eligibleCheckoutStatuses/1': 'paid' },
      '/postPurchaseDecisions/eligibleCheckoutStatuses/1',
      /repeats the eligible status/,
    ],
    [
      'a start elsewhere',
      { '/stacks/0/checkoutEndpoint': '/x' },
      '/stacks/0/checkoutEndpoint',
      /\/sandboxCheckout\/endpoint says/,
    ],
    [
      'a webhook elsewhere',
      { '/stacks/0/webhookEndpoint': '/x' },
      '/stacks/0/webhookEndpoint',
      /\/sandboxCheckout\/webhook says/,
    ],
    [
      'a success page elsewhere',
      { '/checkoutSuccess/route': '/x' },
      '/checkoutSuccess/route',
      /\/sandboxCheckout\/successPage says/,
    ],
    ['another read', { '/checkoutSuccess/reads': '/x' }, '/checkoutSuccess/reads', /apiRoute says/],
    [
      'another decision endpoint',
      { '/stacks/0/postPurchaseDecisionEndpoint': '/x' },
      '/stacks/0/postPurchaseDecisionEndpoint',
      /apiRoute says/,
    ],
    [
      'another prefix',
      { '/stacks/0/postPurchaseRoutePrefix': '/x' },
      '/stacks/0/postPurchaseRoutePrefix',
      /routePrefix says/,
    ],
    [
      'two roles on one route',
      { '/stacks/0/previewRoute': valueAt('/stacks/0/sourceDataRoute') },
      '/stacks/0/previewRoute',
      /route of its own/,
    ],
    [
      'a route under the post-purchase prefix',
      { '/stacks/0/previewRoute': '/commerce/post-purchase/x' },
      '/stacks/0/previewRoute',
      /taken for a checkout intent/,
    ],
    [
      'equal texts',
      { '/postPurchaseDecisions/confirmationText': valueAt('/stacks/0/confirmation/checkoutText') },
      '/postPurchaseDecisions/confirmationText',
      /repeats the confirmation text/,
    ],
    [
      'a text that ends in a blank',
      { '/stacks/0/confirmation/checkoutText': 'Buy it ' },
      '/stacks/0/confirmation/checkoutText',
      /trim/,
    ],
    [
      'bumps that are not supported',
      { '/sandboxCheckout/supportsOrderBumps': false },
      '/sandboxCheckout/supportsOrderBumps',
      /admits bumps/,
    ],
    [
      'a count of no stack',
      { [`${counts}/0/offer_stack_id`]: 'x' },
      `${counts}/0/offer_stack_id`,
      /no stack/,
    ],
    [
      'a count of no kind',
      { [`${counts}/0/decision_kind`]: 'x' },
      `${counts}/0/decision_kind`,
      /none of the allowed/,
    ],
    [
      'a count of no offer',
      { [`${counts}/0/presented_offer_id`]: 'x' },
      `${counts}/0/presented_offer_id`,
      /no offer/,
    ],
    [
      "a count of another kind's offer",
      { [`${counts}/0/presented_offer_id`]: valueAt(`${path}/1/id`) },
      `${counts}/0/presented_offer_id`,
      /presents/,
    ],
    [
      'a count that stands twice',
      { [`${counts}/1`]: valueAt(`${counts}/0`) },
      `${counts}/1`,
      /repeats the row/,
    ],
    [
      'a field both public and private',
      { '/postPurchaseDecisions/serverPrivateFields/0': 'decision_kind' },
      '/postPurchaseDecisions/serverPrivateFields/0',
      /cannot be both/,
    ],
  ]

  test.each(cases)('%s', (_name, edits, pointer, message) => {
    const problems = problemsOf(() => parseSeed(seedWith(edits)))
    expect(problems).toContainEqual({ pointer, message: expect.stringMatching(message) as unknown })
  })

  test.each(['paid', 'completed'])('%s alone may be eligible', (status) => {
    const edits = { '/postPurchaseDecisions/eligibleCheckoutStatuses': [status] }
    expect(problemsOf(() => parseSeed(seedWith(edits)))).toEqual([])
  })

  test('the largest amount is no error, nor a bump that cannot be added to it', () => {
    const edits = {
      '/stacks/0/primaryOffer/unitAmountCents': 999_999_999_999,
      '/stacks/0/orderBumps/0/currency': 'eur',
    }
    expect(problemsOf(() => parseSeed(seedWith(edits)))).toEqual([])
  })

  test('a bump in another currency is no error, allow-listed or not', () => {
    expect(problemsOf(() => parseSeed(seedWith({ '/stacks/0/orderBumps/0/currency': 'eur' })))).toEqual([])
  })

  test('errors of shape, of reference and of sense are told together, in the order of the document', () => {
    const seed = seedWith({
      '/stacks/0/primaryOffer/unitAmountCents': -900,
      '/sandboxCheckout/allowedOrderBumpPriceIds/0': 'p',
      [`${decisions}/0/presentedOfferId`]: 'gone',
      '/postPurchaseDecisions/eligibleCheckoutStatuses/1': 'expired',
      '/checkoutSuccess/reads': undefined,
    })
    expect(problemsOf(() => parseSeed(seed)).map(({ pointer }) => pointer)).toEqual([
      '/sandboxCheckout/allowedOrderBumpPriceIds/0',
      '/checkoutSuccess/reads',
      '/postPurchaseDecisions/eligibleCheckoutStatuses/1',
      `${decisions}/0/presentedOfferId`,
      '/stacks/0/primaryOffer/unitAmountCents',
      `${counts}/0/presented_offer_id`,
    ])
  })

  test('the message lists every problem', () => {
    expect(() => parseSeed({})).toThrow(/\n {2}\/id: Required\n {2}\/routes: Required/)
  })
})
