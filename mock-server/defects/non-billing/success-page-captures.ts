import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const successPageCaptures = defineDefect({
  id: 'success-page-captures',
  breaks: 'NBL-05',
  summary: 'The success page captures the payment.',
  behaviour: () => ({
    onPageVisit: async (page, _intent, { stripe }) => {
      if (page === 'success') await quietly(() => stripe?.paymentIntents.capture('pi_of_the_buyer'))
    },
  }),
})
