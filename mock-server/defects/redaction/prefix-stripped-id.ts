import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const prefixStrippedId = defineDefect({
  id: 'prefix-stripped-id',
  breaks: 'RED-04',
  summary: 'The state of an intent has the payment intent without its prefix.',
  respond: ({ route, intent }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'checkout', { reference: secretsOf(intent).paymentIntent?.replace(/^pi_/, '') }),
        })),
})
