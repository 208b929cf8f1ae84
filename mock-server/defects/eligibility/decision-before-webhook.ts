import { defineDefect } from '../define.ts'

export const decisionBeforeWebhook = defineDefect({
  id: 'decision-before-webhook',
  breaks: 'ELG-01',
  summary: 'An intent is open for decisions as soon as it has started.',
  behaviour: (good) => ({
    isEligible: (status, place) => status === 'stripe_session_created' || good.isEligible(status, place),
  }),
})
