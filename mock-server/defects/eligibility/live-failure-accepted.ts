import { defineDefect } from '../define.ts'

export const liveFailureAccepted = defineDefect({
  id: 'live-failure-accepted',
  breaks: 'ELG-08',
  summary: 'A failed payment of the live mode closes an intent of the sandbox.',
  behaviour: (good) => ({
    refusesEvent: (event) =>
      event.type === 'checkout.session.async_payment_failed' ? null : good.refusesEvent(event),
  }),
})
