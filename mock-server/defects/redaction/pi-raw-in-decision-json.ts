import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const piRawInDecisionJson = defineDefect({
  id: 'pi-raw-in-decision-json',
  breaks: 'RED-04',
  summary: 'A decision names the payment intent.',
  respond: ({ route, intent }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'decision', { reference: secretsOf(intent).paymentIntent }),
        })),
})
