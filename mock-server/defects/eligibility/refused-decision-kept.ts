import { defineDefect } from '../define.ts'
import { refuse } from '../../http/answer.ts'
import { checkoutStateView } from '../../projections/decisions.ts'

export const refusedDecisionKept = defineDefect({
  id: 'refused-decision-kept',
  breaks: 'ELG-01',
  summary: 'A decision on a closed intent is refused and kept all the same.',
  behaviour: (good) => ({
    isEligible: (status, place) => place === 'write' || good.isEligible(status, place),
  }),
  respond: ({ contract, route, request, intent }, response) => {
    const open = intent !== undefined && contract.eligibleStatuses.includes(intent.status)
    if (route !== 'decisions' || request.method !== 'POST' || !response.ok || open) return response
    const checkout = checkoutStateView(intent, false)
    return refuse(409, 'post_purchase_checkout_not_eligible', { checkout })
  },
})
