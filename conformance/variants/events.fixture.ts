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
]
