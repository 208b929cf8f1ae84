import { createHmac, randomUUID } from 'node:crypto'
import type { Fetch, Setting, Variant } from './variant.fixture.ts'

/** One write of others for so many requests of ours. */
const every = 23

/** Sandboxes as teams have them. */
export const sandboxes: readonly Variant[] = [
  {
    id: 'test-environment',
    title: 'a confirmed start is answered as a preview that names its intent',
    gateway: { testEnvironment: true },
    // It calls no Stripe at all.
    unwitnessed: true,
    otherSeed: true,
  },
  {
    id: 'shared-sandbox',
    title: 'others start, pay, decide, click and earn at the same time',
    // The twin sees what others start, too.
    unwitnessed: true,
    mayBeUnclear: [
      'source-data/counts',
      'source-data/counts-elsewhere',
      'idempotency/ledger-replay-counts',
      'ledger/aggregates',
    ],
    wrap: (fetch, setting) => {
      let asked = 0
      return async (request) => {
        asked += 1
        if (asked % every === 0)
          await somebodyElse(fetch, setting, new URL(request.url).origin, asked / every)
        return fetch(request)
      }
    },
  },
]

/** Somebody else's visit: a click, a start, a payment, a decision and its evidence. */
async function somebodyElse(fetch: Fetch, setting: Setting, origin: string, visit: number): Promise<void> {
  const { contract, webhookSecret } = setting
  const { routes, texts } = contract
  const post = async (path: string, body: object, headers: { readonly [name: string]: string } = {}) => {
    const request = new Request(new URL(path, origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return (await (await fetch(request)).json()) as { readonly [member: string]: unknown }
  }
  const { referralLinkId, destinationRoute } = contract.referralLinks.eligible
  const idempotencyKey = randomUUID()
  const clicked = await post(routes.clicks, { referralLinkId, destinationRoute, idempotencyKey })
  const { checkoutIntentId } = await post(routes.checkout, {
    confirmationText: texts.checkout,
    idempotencyKey,
    referralClickId: clicked['referralClickId'],
  })
  const event = {
    id: `evt_${randomUUID().replaceAll('-', '')}`,
    object: 'event',
    type: 'checkout.session.completed',
    created: Math.floor(Date.now() / 1000),
    livemode: false,
    data: { object: { payment_status: 'paid', metadata: { checkout_intent_id: checkoutIntentId } } },
  }
  const time = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', webhookSecret)
    .update(`${time}.${JSON.stringify(event)}`)
    .digest('hex')
  await post(routes.webhook, event, { 'stripe-signature': `t=${time},v1=${signature}` })
  const read = new URL(routes.decisions, origin)
  read.searchParams.set('checkoutIntentId', String(checkoutIntentId))
  const { checkout } = (await (await fetch(new Request(read))).json()) as {
    checkout: { updatedAt: number } | null
  }
  await post(routes.decisions, {
    checkoutIntentId,
    decisionKind: contract.decisions[visit % contract.decisions.length]?.decisionKind,
    confirmationText: texts.decision,
    idempotencyKey,
    expectedCheckoutUpdatedAt: checkout?.updatedAt,
  })
  await post(routes.ledger, { checkoutIntentId, confirmationText: texts.ledger, idempotencyKey })
}
