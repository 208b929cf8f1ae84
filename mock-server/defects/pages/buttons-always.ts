import { defineDefect } from '../define.ts'

export const buttonsAlways = defineDefect({
  id: 'buttons-always',
  breaks: 'PAG-03',
  summary: 'The decisions can be pressed for any intent.',
  behaviour: (good) => ({
    pageFacts: (facts) => ({ ...good.pageFacts(facts), buttonsOpen: true }),
  }),
})
