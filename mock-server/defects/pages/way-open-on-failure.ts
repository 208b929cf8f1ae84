import { defineDefect } from '../define.ts'

export const wayOpenOnFailure = defineDefect({
  id: 'way-open-on-failure',
  breaks: 'PAG-01',
  summary: 'The success page shows the way on after a failed payment.',
  behaviour: (good) => ({
    pageFacts: (facts) => ({
      ...good.pageFacts(facts),
      wayOpen: facts.wayOpen || facts.status === 'payment_failed',
    }),
  }),
})
