import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const customerAfterRefusal = defineDefect({
  id: 'customer-after-refusal',
  breaks: 'CNF-09',
  summary: 'A customer is created at Stripe a moment after a start that was refused.',
  behaviour: () => ({
    beforeConfirmation: async ({ stripe, later }) =>
      later(30, () => quietly(() => stripe?.customers.create({ description: 'prospect' }))),
  }),
})
