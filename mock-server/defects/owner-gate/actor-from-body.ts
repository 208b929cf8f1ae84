import { refuse } from '../../http/answer.ts'
import { field } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'

export const actorFromBody = defineDefect({
  id: 'actor-from-body',
  breaks: 'OWN-01',
  summary: 'A body that says that its sender is the owner is believed.',
  respond: ({ route, requestBody }, response) =>
    route === 'owner-actions' && field(requestBody, 'actorRole') === 'owner'
      ? refuse(400, 'commission_ledger_not_found')
      : response,
})
