import { defineDefect } from '../define.ts'

export const liveAsyncAccepted = defineDefect({
  id: 'live-async-accepted',
  breaks: 'ELG-08',
  summary: 'Live events are refused for cards alone: a late payment of the live mode counts.',
  behaviour: (good) => ({
    refusesEvent: (event) => (event.type === 'checkout.session.completed' ? good.refusesEvent(event) : null),
  }),
})
