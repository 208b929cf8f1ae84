import { defineDefect } from '../define.ts'

export const doublePressTwoDecisions = defineDefect({
  id: 'double-press-two-decisions',
  breaks: 'PAG-03',
  summary: 'Two presses are two decisions.',
  browser: true,
  behaviour: (good) => ({
    pageFacts: (facts) => ({ ...good.pageFacts(facts), onePress: false }),
  }),
})
