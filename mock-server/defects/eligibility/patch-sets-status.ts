import { defineDefect } from '../define.ts'
import { withStatus } from '../../domain/intent.ts'
import { answer } from '../../http/answer.ts'
import { field } from '../../http/fields.ts'

export const patchSetsStatus = defineDefect({
  id: 'patch-sets-status',
  breaks: 'ELG-14',
  summary: 'A PATCH on the decisions route sets the status that it asks for.',
  respond: async ({ route, request, requestBody, intent, store }, response) => {
    if (route !== 'decisions' || request.method !== 'PATCH' || intent === undefined) return response
    const status = field(requestBody, 'status') === 'paid' ? 'paid' : 'expired'
    await store.transaction((tx) => tx.intents.put(withStatus(intent, status, intent.updatedAt + 1)))
    return answer({ ok: true })
  },
})
