import { defineDefect } from '../define.ts'
import { bodyOf, refuse } from '../../http/answer.ts'

export const unknownIntentRefused = defineDefect({
  id: 'unknown-intent-refused',
  breaks: 'WHK-05',
  summary: 'An event for an unknown intent is answered with 404.',
  respond: async ({ route }, response) => {
    const body = route === 'webhook' && response.ok ? await bodyOf(response) : undefined
    return body?.['checkoutIntentId'] === null ? refuse(404, 'checkout_intent_not_found') : response
  },
})
