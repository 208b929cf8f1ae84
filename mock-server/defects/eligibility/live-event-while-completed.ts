import { defineDefect } from '../define.ts'

export const liveEventWhileCompleted = defineDefect({
  id: 'live-event-while-completed',
  breaks: 'ELG-08',
  summary: 'An event of the live mode decides on a checkout that is completed and not yet paid.',
  behaviour: (good) => ({
    refusesEvent: (event) => good.refusesEvent({ ...event, livemode: false }),
    nextStatus: (intent, event) =>
      event.livemode && intent.status !== 'completed' ? null : good.nextStatus(intent, event),
  }),
})
