import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const meterEvent = defineDefect({
  id: 'meter-event',
  breaks: 'NBL-03',
  summary: 'A decision reports usage that is billed later.',
  behaviour: () => ({
    afterDecision: async ({ stripe }) => {
      await quietly(() =>
        stripe?.billing.meterEvents.create({
          event_name: 'decision',
          payload: { stripe_customer_id: 'cus_of_the_buyer', value: '1' },
        }),
      )
    },
  }),
})
