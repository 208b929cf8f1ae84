import { defineDefect } from '../define.ts'
import { withStatus } from '../../domain/intent.ts'

export const replayReopensExpired = defineDefect({
  id: 'replay-reopens-expired',
  breaks: 'ELG-14',
  summary: 'The replay of a start opens an expired intent again.',
  behaviour: () => ({
    onReplayedStart: async ({ store }, intent) => {
      if (intent.status !== 'expired') return
      const open = withStatus(intent, 'stripe_session_created', intent.updatedAt + 1)
      await store.transaction((tx) => tx.intents.put(open))
    },
  }),
})
