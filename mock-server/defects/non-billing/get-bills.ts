import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const getBills = defineDefect({
  id: 'get-bills',
  breaks: 'NBL-05',
  summary: 'Reading the state of an intent calls Stripe.',
  behaviour: () => ({
    onDecisionRead: async ({ stripe }, intent) => {
      if (intent !== undefined) await quietly(() => stripe?.customers.create({ description: 'reader' }))
    },
  }),
})
