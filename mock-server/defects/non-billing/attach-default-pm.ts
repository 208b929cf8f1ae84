import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const attachDefaultPm = defineDefect({
  id: 'attach-default-pm',
  breaks: 'NBL-03',
  summary: 'A decision attaches a payment method.',
  behaviour: () => ({
    afterDecision: async ({ stripe }) => {
      await quietly(() => stripe?.paymentMethods.attach('pm_of_the_buyer', { customer: 'cus_of_the_buyer' }))
    },
  }),
})
