import { defineDefect } from '../define.ts'

export const livemodeAccepted = defineDefect({
  id: 'livemode-accepted',
  breaks: 'ELG-08',
  summary: 'Live events count in the sandbox.',
  behaviour: () => ({ refusesEvent: () => null }),
})
