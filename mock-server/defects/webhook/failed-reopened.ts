import { defineDefect } from '../define.ts'
import { statusOf } from '../../domain/webhook.ts'

export const failedReopened = defineDefect({
  id: 'failed-reopened',
  breaks: 'WHK-06',
  summary: 'A failed or expired intent is reopened by a completed event that is not paid.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      statusOf(event) === 'completed' && intent.status !== 'paid'
        ? 'completed'
        : good.nextStatus(intent, event),
  }),
})
