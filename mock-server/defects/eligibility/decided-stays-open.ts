import { bodyOf } from '../../http/answer.ts'
import { defineDefect } from '../define.ts'

export const decidedStaysOpen = defineDefect({
  id: 'decided-stays-open',
  breaks: 'ELG-01',
  summary: 'An intent that took a decision takes more of them after it was closed.',
  respond: async ({ route, request, intent, memory }, response) => {
    if (route !== 'decisions' || request.method !== 'POST' || intent === undefined) return response
    const body = await bodyOf(response)
    if (response.ok) memory.set(intent.id, body)
    const earlier = memory.get(intent.id)
    const closed = body?.['code'] === 'post_purchase_checkout_not_eligible'
    return closed && earlier !== undefined ? Response.json(earlier) : response
  },
})
