import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const conflictShowsOtherAmount = defineDefect({
  id: 'conflict-shows-other-amount',
  breaks: 'STL-02',
  summary:
    'The refusal of a stale decision shows the price of the primary offer, whatever was bought with it.',
  respond: ({ route, contract }, response) =>
    route !== 'decisions' || response.status !== 409
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'checkout', { amountCents: contract.primaryOffer.unitAmountCents }),
        })),
})
