import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const idSplitTwoFields = defineDefect({
  id: 'id-split-two-fields',
  breaks: 'RED-13',
  summary: 'The payment intent is split over two fields.',
  respond: ({ route, intent }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'checkout', {
            left: secretsOf(intent).paymentIntent?.slice(0, 12),
            right: secretsOf(intent).paymentIntent?.slice(12),
          }),
        })),
})
