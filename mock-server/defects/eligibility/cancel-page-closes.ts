import { defineDefect } from '../define.ts'
import { withStatus } from '../../domain/intent.ts'

export const cancelPageCloses = defineDefect({
  id: 'cancel-page-closes',
  breaks: 'ELG-14',
  summary: 'A visit of the cancel page makes the intent expire.',
  respond: async ({ route, intent, store, now }, response) => {
    if (route !== 'cancel-page' || intent === undefined) return response
    const expired = withStatus(intent, 'expired', Math.max(intent.updatedAt + 1, Math.floor(now() / 1000)))
    await store.transaction((tx) => tx.intents.put(expired))
    return response
  },
})
