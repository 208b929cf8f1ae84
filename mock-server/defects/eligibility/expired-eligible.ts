import { defineDefect } from '../define.ts'

export const expiredEligible = defineDefect({
  id: 'expired-eligible',
  breaks: 'ELG-05',
  summary: 'An expired session counts as completed.',
  behaviour: (good) => ({
    nextStatus: (intent, event) =>
      event.type === 'checkout.session.expired' ? 'completed' : good.nextStatus(intent, event),
  }),
})
