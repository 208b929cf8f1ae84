import { defineDefect } from '../define.ts'
import { statusOf } from '../../domain/webhook.ts'

export const outOfOrderDowngrade = defineDefect({
  id: 'out-of-order-downgrade',
  breaks: 'ELG-10',
  summary: 'The last event to come wins, whatever it says.',
  behaviour: () => ({ nextStatus: (_intent, event) => statusOf(event) }),
})
