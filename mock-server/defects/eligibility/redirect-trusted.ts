import { defineDefect } from '../define.ts'
import { withStatus } from '../../domain/intent.ts'

export const redirectTrusted = defineDefect({
  id: 'redirect-trusted',
  breaks: 'ELG-02',
  summary: 'A visit of the success page makes the intent paid.',
  behaviour: () => ({
    onPageVisit: async (page, intent, { store, now }) => {
      if (page !== 'success' || intent === undefined) return
      const paid = withStatus(intent, 'paid', Math.max(intent.updatedAt + 1, Math.floor(now() / 1000)))
      await store.transaction((tx) => tx.intents.put(paid))
    },
  }),
})
