import { base62Text } from '../../stripe-twin/ids.ts'
import { defineDefect } from '../define.ts'
import { withHeader } from '../edit.ts'

export const stripeRequestIdProxied = defineDefect({
  id: 'stripe-request-id-proxied',
  breaks: 'RED-04',
  summary: "A start passes on the request id of Stripe's answer.",
  respond: ({ route, request }, response) =>
    route !== 'checkout' || request.method !== 'POST' || response.status !== 200
      ? response
      : withHeader(response, 'request-id', `req_${base62Text(14)}`),
})
