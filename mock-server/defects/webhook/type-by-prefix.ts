import { defineDefect } from '../define.ts'

export const typeByPrefix = defineDefect({
  id: 'type-by-prefix',
  breaks: 'WHK-05',
  summary: 'A type that only begins like a known one counts as that.',
  behaviour: (good) => ({
    nextStatus: (intent, event) => {
      const known = 'checkout.session.completed'
      return good.nextStatus(intent, event.type.startsWith(known) ? { ...event, type: known } : event)
    },
  }),
})
