import { defineDefect } from '../define.ts'
import { answer, bodyOf } from '../../http/answer.ts'

export const ackBeforeDurable = defineDefect({
  id: 'ack-before-durable',
  breaks: 'WHK-07',
  summary: 'An event is acknowledged before it is read: what cannot be applied is lost.',
  respond: async ({ route }, response) => {
    const body = route === 'webhook' ? await bodyOf(response) : undefined
    return body?.['code'] === 'stripe_event_malformed'
      ? answer({ ok: true, received: true, duplicate: false, checkoutIntentUpdated: false })
      : response
  },
})
