import { defineDefect } from '../define.ts'
import { statusOf } from '../../domain/webhook.ts'

export const olderEventOverwrites = defineDefect({
  id: 'older-event-overwrites',
  breaks: 'ELG-10',
  summary: 'An event older than the last one takes a paid intent back.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      event.created < intent.lastEventCreated ? statusOf(event) : good.nextStatus(intent, event),
  }),
})
