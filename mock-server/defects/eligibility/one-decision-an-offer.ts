import { bodyOf } from '../../http/answer.ts'
import { isFields } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'

export const oneDecisionAnOffer = defineDefect({
  id: 'one-decision-an-offer',
  breaks: 'ELG-03',
  summary: 'Once an offer is decided on, no intent may decide on it otherwise.',
  respond: async ({ route, memory }, response) => {
    const body = route === 'decisions' ? await bodyOf(response.clone()) : undefined
    const decision = body?.['decision']
    if (!isFields(decision)) return response
    const offer = String(decision['presentedOfferId'])
    const before = memory.get(offer) ?? decision['decisionKind']
    memory.set(offer, before)
    return before === decision['decisionKind']
      ? response
      : Response.json({ ok: false, code: 'post_purchase_decision_already_made' }, { status: 409 })
  },
})
