import {
  bodyOf,
  pathOf,
  refusal,
  requestWith,
  type Fetch,
  type Setting,
  type Json,
  type Variant,
} from './variant.fixture.ts'

/** What WIRE leaves free about keys and second wishes. */
export const keys: readonly Variant[] = [
  {
    id: 'reused-keys-replay',
    title: 'a checkout or click key reused with another body gives the first answer again',
    mayWarn: ['idempotency/reused-start-key-refused'],
    wrap: (fetch, { contract }) => {
      const first = new Map<string, string>()
      return async (request) => {
        const path = pathOf(request)
        const body = [contract.routes.checkout, contract.routes.clicks].includes(path)
          ? await bodyOf(request)
          : undefined
        const key = body?.['idempotencyKey'] ?? request.headers.get('idempotency-key')
        const place = `${path} ${typeof key === 'string' ? key : ''}`
        if (body === undefined || typeof key !== 'string') return fetch(request)
        const response = await fetch(requestWith(request, await request.text()))
        const { code, checkoutIntentId, referralClickId } = (await response.clone().json()) as {
          [member: string]: Json
        }
        if (
          response.ok &&
          (checkoutIntentId !== undefined || referralClickId !== undefined) &&
          !first.has(place)
        )
          first.set(place, JSON.stringify(body))
        const before = first.get(place)
        const another = JSON.stringify(code ?? null).includes('attribution') || before === undefined
        return response.status !== 409 || another ? response : fetch(requestWith(request, before))
      }
    },
  },
  {
    id: 'click-keys-compared',
    title: 'a click key reused with any other body, another visitor in it, is refused',
    wrap: (fetch, { contract }) => {
      const first = new Map<string, string>()
      return async (request) => {
        const body = pathOf(request) === contract.routes.clicks ? await bodyOf(request) : undefined
        const key = body?.['idempotencyKey'] ?? request.headers.get('idempotency-key')
        if (body === undefined || typeof key !== 'string') return fetch(request)
        const before = first.get(key)
        if (before !== undefined && before !== JSON.stringify(body))
          return refusal(409, 'referral_click_idempotency_conflict')
        const response = await fetch(request)
        if (response.ok && !first.has(key)) first.set(key, JSON.stringify(body))
        return response
      }
    },
  },
  {
    id: 'second-decision-refused',
    title: 'one decision for each offer of an intent, and no other',
    wrap: oneDecision,
  },
]

function oneDecision(fetch: Fetch, { contract }: Setting): Fetch {
  const offerOf = new Map(contract.decisions.map((one) => [one.decisionKind, one.presentedOfferId]))
  const decided = new Map<string, string>()
  const keys = new Set<string>()
  return async (request) => {
    const body =
      pathOf(request) === contract.routes.decisions && request.method === 'POST'
        ? await bodyOf(request)
        : undefined
    const { checkoutIntentId: intent, decisionKind: kind, expectedCheckoutUpdatedAt: expected } = body ?? {}
    const key = body?.['idempotencyKey'] ?? request.headers.get('idempotency-key')
    if (typeof intent !== 'string' || typeof kind !== 'string' || typeof key !== 'string')
      return fetch(request)
    const offer = offerOf.get(kind)
    const place = `${intent} ${offer ?? ''}`
    const other = decided.get(place)
    const complete = body?.['confirmationText'] === contract.texts.decision && offer !== undefined
    if (complete && other !== undefined && other !== kind && !keys.has(key)) {
      const read = new URL(contract.routes.decisions, request.url)
      read.searchParams.set('checkoutIntentId', intent)
      const { checkout } = (await (await fetch(new Request(read))).json()) as {
        checkout: { eligible: boolean; updatedAt: number } | null
      }
      if (checkout?.eligible === true && checkout.updatedAt === expected)
        return refusal(409, 'post_purchase_decision_already_made')
    }
    const response = await fetch(request)
    if (response.ok) {
      keys.add(key)
      if (!decided.has(place)) decided.set(place, kind)
    }
    return response
  }
}
