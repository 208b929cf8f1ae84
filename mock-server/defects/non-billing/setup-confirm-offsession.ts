import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const setupConfirmOffsession = defineDefect({
  id: 'setup-confirm-offsession',
  breaks: 'NBL-03',
  summary: 'A decision confirms a SetupIntent.',
  behaviour: () => ({
    afterDecision: async ({ stripe }) => {
      await quietly(() =>
        stripe?.setupIntents.create({ customer: 'cus_of_the_buyer', confirm: true, usage: 'off_session' }),
      )
    },
  }),
})
