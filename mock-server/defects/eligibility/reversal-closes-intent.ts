import { withStatus } from '../../domain/intent.ts'
import { field } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'

export const reversalClosesIntent = defineDefect({
  id: 'reversal-closes-intent',
  breaks: 'ELG-14',
  summary: "The owner's reversal of the evidence takes back the payment.",
  respond: async ({ route, requestBody, intent, store }, response) => {
    const reverses = field(requestBody, 'actionKind') === 'reverse_evidence'
    if (route !== 'owner-actions' || !response.ok || !reverses || intent === undefined) return response
    const closed = withStatus(intent, 'payment_failed', intent.updatedAt + 1)
    await store.transaction((tx) => tx.intents.put(closed))
    return response
  },
})
