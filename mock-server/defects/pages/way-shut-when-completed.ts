import { defineDefect } from '../define.ts'

export const wayShutWhenCompleted = defineDefect({
  id: 'way-shut-when-completed',
  breaks: 'PAG-01',
  summary: 'The success page opens the way for paid intents alone, whatever else is eligible.',
  browser: true,
  behaviour: (good) => ({
    pageFacts: (facts) => {
      const made = good.pageFacts(facts)
      return made.status === 'completed' ? { ...made, wayOpen: false, timeOver: true } : made
    },
  }),
})
