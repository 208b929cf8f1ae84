import { bodyOf, pathOf, refusal, type Variant } from './variant.fixture.ts'

/** WIRE says what a click must be for a start, and not for how many starts it is good. */
export const oneCheckoutAClick: Variant = {
  id: 'one-checkout-a-click',
  title: 'a click that led to one checkout is refused for another',
  wrap: (fetch, { contract }) => {
    const used = new Set<string>()
    const started = new Set<string>()
    return async (request) => {
      const starting = pathOf(request) === contract.routes.checkout && request.method === 'POST'
      const body = starting ? await bodyOf(request) : undefined
      const click = body?.['referralClickId']
      const given = body?.['idempotencyKey'] ?? request.headers.get('idempotency-key')
      const key = typeof given === 'string' ? given : undefined
      const confirmed = body?.['confirmationText'] === contract.texts.checkout && body['previewOnly'] !== true
      if (!confirmed || (key !== undefined && started.has(key))) return fetch(request)
      if (typeof click === 'string' && used.has(click)) return refusal(400, 'referral_click_not_found')
      const response = await fetch(request)
      if (response.ok && key !== undefined) started.add(key)
      if (response.ok && typeof click === 'string') used.add(click)
      return response
    }
  },
}
