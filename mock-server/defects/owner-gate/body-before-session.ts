import { defineDefect } from '../define.ts'
import { field } from '../../http/fields.ts'
import { refuse } from '../../http/answer.ts'

export const bodyBeforeSession = defineDefect({
  id: 'body-before-session',
  breaks: 'OWN-01',
  summary: 'A bad body is refused before the session is looked at.',
  respond: ({ route, request, requestBody, contract }, response) => {
    if (route !== 'owner-actions' || request.method !== 'POST' || response.status !== 401) return response
    const confirmed = field(requestBody, 'confirmationText') === contract.texts.owner
    return confirmed ? response : refuse(400, 'commission_review_confirmation_required')
  },
})
