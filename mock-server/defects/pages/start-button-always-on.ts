import { defineDefect } from '../define.ts'

export const startButtonAlwaysOn = defineDefect({
  id: 'start-button-always-on',
  breaks: 'PAG-02',
  summary: 'The start button needs no text.',
  browser: true,
  behaviour: (good) => ({
    pageFacts: (facts) => ({ ...good.pageFacts(facts), startWaitsForText: false }),
  }),
})
