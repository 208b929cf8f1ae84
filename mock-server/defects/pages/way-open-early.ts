import { defineDefect } from '../define.ts'

export const wayOpenEarly = defineDefect({
  id: 'way-open-early',
  breaks: 'PAG-01',
  summary: 'The success page shows the way on from the start.',
  behaviour: (good) => ({
    pageFacts: (facts) => ({ ...good.pageFacts(facts), wayOpen: true }),
  }),
})
