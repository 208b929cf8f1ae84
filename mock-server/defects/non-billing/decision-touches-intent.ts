import { defineDefect } from '../define.ts'
import { withStatus } from '../../domain/intent.ts'

export const decisionTouchesIntent = defineDefect({
  id: 'decision-touches-intent',
  breaks: 'NBL-02',
  summary: "A decision moves the intent's updatedAt.",
  behaviour: () => ({
    intentAfterDecision: (intent, now) =>
      withStatus(intent, intent.status, Math.max(now, intent.updatedAt + 1)),
  }),
})
