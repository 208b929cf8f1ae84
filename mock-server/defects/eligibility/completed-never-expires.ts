import { defineDefect } from '../define.ts'

export const completedNeverExpires = defineDefect({
  id: 'completed-never-expires',
  breaks: 'ELG-05',
  summary: 'An expiry leaves a completed, unpaid intent as it was.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      intent.status === 'completed' && event.type === 'checkout.session.expired'
        ? null
        : good.nextStatus(intent, event),
  }),
})
