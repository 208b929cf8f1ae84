import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const notificationSent = defineDefect({
  id: 'notification-sent',
  breaks: 'NBL-09',
  summary: 'A ledger entry says that the partner was notified.',
  respond: ({ route }, response) =>
    route !== 'ledger'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'redaction', { partnerNotificationSent: true }),
        })),
})
