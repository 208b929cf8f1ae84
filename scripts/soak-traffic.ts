import type { Request } from 'autocannon'
import type { Contract } from '../contracts/contract.ts'

/** One buyer on one connection: autocannon hands the same object to each request of a round. */
interface Buyer {
  namespace?: string
  key?: string
  click?: unknown
  intent?: unknown
  updatedAt?: unknown
}

/** So many buyers share a namespace before the next one begins. */
const buyersPerNamespace = 20
const namespaceHeader = 'x-checkout-namespace'

/** The requests of a round, reads and writes mixed, in worlds that come and go. `fault` hears of each wrong answer. */
export function traffic(contract: Contract, fault: (what: string) => void): Request[] {
  const { buyableBumps, decisions, referralLinks, routes, texts } = contract
  let buyers = 0

  function ask(
    path: string | ((buyer: Buyer) => string),
    expected: number,
    body?: (buyer: Buyer) => object,
    took: (buyer: Buyer, answer: Readonly<Record<string, unknown>>) => void = () => undefined,
  ): Request {
    const method = body === undefined ? 'GET' : 'POST'
    return {
      method,
      setupRequest: (request, context) => {
        const buyer = context as Buyer
        buyer.key ??= `soak-${(buyers += 1)}`
        buyer.namespace ??= `soak-${Math.floor(buyers / buyersPerNamespace)}`
        return {
          ...request,
          path: typeof path === 'string' ? path : path(buyer),
          headers: { 'content-type': 'application/json', [namespaceHeader]: buyer.namespace },
          ...(body === undefined ? {} : { body: JSON.stringify(body(buyer)) }),
        }
      },
      onResponse: (status, text, context) => {
        const where = `${method} ${typeof path === 'string' ? path : path.name}`
        if (status !== expected) fault(`${where}: ${status} instead of ${expected}`)
        else if (text.startsWith('{')) took(context, JSON.parse(text) as Record<string, unknown>)
      },
    }
  }

  const start = ({ key, click }: Buyer) => ({
    confirmationText: texts.checkout,
    idempotencyKey: key,
    orderBumpPriceIds: buyableBumps.map(({ priceId }) => priceId),
    buyerEmail: `${key ?? ''}@person.example`,
    referralClickId: click,
  })
  const decide = ({ intent, key, updatedAt }: Buyer) => ({
    checkoutIntentId: intent,
    decisionKind: decisions[0]?.decisionKind,
    confirmationText: texts.decision,
    idempotencyKey: key,
    expectedCheckoutUpdatedAt: updatedAt,
  })
  const { eligible } = referralLinks
  const decisionRead = ({ intent }: Buyer) => `${routes.decisions}?checkoutIntentId=${String(intent)}`
  const successPage = ({ intent }: Buyer) => `${routes.success}?checkout_intent_id=${String(intent)}`
  const postPurchasePage = ({ intent }: Buyer) => `${routes.postPurchase}/${String(intent)}`

  return [
    ask(routes.sourceData, 200),
    ask(routes.preview, 200),
    ask(
      routes.clicks,
      200,
      ({ key }) => ({
        referralLinkId: eligible.referralLinkId,
        destinationRoute: eligible.destinationRoute,
        idempotencyKey: key,
      }),
      (buyer, { referralClickId }) => void (buyer.click = referralClickId),
    ),
    ask(routes.checkout, 200, (buyer) => ({
      ...start(buyer),
      confirmationText: texts.checkout.toLowerCase(),
    })),
    ask(routes.checkout, 200, start, (buyer, { checkoutIntentId }) => void (buyer.intent = checkoutIntentId)),
    ask(routes.checkout, 200, start),
    ask(successPage, 200),
    ask(routes.webhook, 400, () => ({ type: 'checkout.session.completed' })),
    ask('/__control/pay', 200, ({ intent }) => ({ checkoutIntentId: intent })),
    ask(decisionRead, 200, undefined, (buyer, { checkout }) => {
      buyer.updatedAt = (checkout as { updatedAt?: unknown } | null)?.updatedAt
    }),
    ask(postPurchasePage, 200),
    ask(routes.decisions, 200, decide),
    ask(routes.decisions, 200, decide),
    ask(routes.ledger, 200, ({ intent, key }) => ({
      checkoutIntentId: intent,
      confirmationText: texts.ledger,
      idempotencyKey: key,
    })),
    ask('/__control/journal?limit=10', 200),
  ]
}
