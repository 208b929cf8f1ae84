import { createHmac } from 'node:crypto'
import { bodyOf, isObject, pathOf, refusal, type Variant } from './variant.fixture.ts'

/** Seconds that a clock may be wrong. */
const tolerance = 300

/** What WIRE leaves free about events. */
export const events: readonly Variant[] = [
  {
    id: 'live-events-taken',
    title: 'a live event is taken without effect',
    wrap:
      (fetch, { contract }) =>
      async (request) => {
        const event = pathOf(request) === contract.routes.webhook ? await bodyOf(request) : undefined
        const response = await fetch(request)
        const data = event?.['data']
        const object = isObject(data) ? data['object'] : undefined
        const live = event?.['livemode'] === true || (isObject(object) && object['livemode'] === true)
        if (response.status !== 400 || !live) return response
        const { code } = (await response.clone().json()) as { code?: string }
        if (code?.startsWith('stripe_signature') === true || typeof event?.['type'] !== 'string')
          return response
        return Response.json({
          ok: true,
          received: true,
          duplicate: false,
          eventType: event['type'],
          checkoutIntentId: null,
          checkoutIntentUpdated: false,
          redaction: { rawStripeIdsIncluded: false },
        })
      },
  },
  {
    id: 'future-signatures-refused',
    title: 'a signature dated in the future is refused',
    wrap: (fetch) => async (request) => {
      const time = /\bt=\s*(\d+)/.exec(request.headers.get('stripe-signature') ?? '')?.[1]
      return time !== undefined && Number(time) > Date.now() / 1000 + tolerance
        ? refusal(400, 'stripe_signature_verification_failed')
        : fetch(request)
    },
  },
  {
    id: 'sessions-compared',
    title: 'an event takes effect only under the id of the session that its intent has',
    wrap: (fetch, { contract, webhookSecret }) => {
      const { checkout, webhook } = contract.routes
      const sessions = new Map<string, string>()
      return async (request) => {
        const path = pathOf(request)
        const event = path === webhook ? await bodyOf(request) : undefined
        const data = event?.['data']
        const object = isObject(data) && isObject(data['object']) ? data['object'] : {}
        const metadata = isObject(object['metadata']) ? object['metadata'] : {}
        const named = metadata['checkout_intent_id'] ?? object['client_reference_id']
        const session = typeof named === 'string' ? sessions.get(named) : undefined
        const strange = session !== undefined && object['id'] !== session
        if (strange && isSigned(await request.clone().text(), request, webhookSecret)) {
          const redaction = { rawStripeIdsIncluded: false }
          return Response.json({
            ok: true,
            received: true,
            duplicate: false,
            checkoutIntentUpdated: false,
            redaction,
          })
        }
        const response = await fetch(request)
        if (path !== checkout || request.method !== 'POST') return response
        const id = ((await response.clone().json()) as { checkoutIntentId?: string }).checkoutIntentId
        if (id === undefined || sessions.has(id)) return response
        const redirect = await fetch(new Request(new URL(`${checkout}/redirect/${id}`, request.url)))
        const made = /cs_test_[A-Za-z0-9]+/.exec(redirect.headers.get('location') ?? '')?.[0]
        if (made !== undefined) sessions.set(id, made)
        return response
      }
    },
  },
]

function isSigned(body: string, request: Request, secret: string): boolean {
  const header = request.headers.get('stripe-signature') ?? ''
  const time = /t=(\d+)/.exec(header)?.[1] ?? ''
  const digest = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
  return Math.abs(Number(time) - Date.now() / 1000) < tolerance && header.includes(`v1=${digest}`)
}
