import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const drift = defineDefect({
  id: 'drift',
  breaks: 'SRC-08',
  summary: 'The checkout contract publishes another price than the source data.',
  respond: ({ route, contract, request }, response) =>
    route !== 'checkout' || request.method !== 'GET'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'offer', { unitAmountCents: contract.primaryOffer.unitAmountCents + 100 }),
        })),
})
