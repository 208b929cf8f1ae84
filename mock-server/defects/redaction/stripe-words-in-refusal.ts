import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const stripeWordsInRefusal = defineDefect({
  id: 'stripe-words-in-refusal',
  breaks: 'RED-14',
  summary: 'A refused event is answered in the words of the stripe package.',
  respond: ({ route }, response) =>
    route !== 'webhook' || response.status !== 400
      ? response
      : editJson(response, (body) => ({ ...body, message: 'StripeSignatureVerificationError: no match' })),
})
