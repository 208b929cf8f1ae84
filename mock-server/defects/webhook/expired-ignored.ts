import { defineDefect } from '../define.ts'

export const expiredIgnored = defineDefect({
  id: 'expired-ignored',
  breaks: 'WHK-06',
  summary: 'An expired session leaves the intent as it was.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      event.type === 'checkout.session.expired' ? null : good.nextStatus(intent, event),
  }),
})
