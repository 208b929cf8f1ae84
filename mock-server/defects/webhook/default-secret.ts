import { defineDefect } from '../define.ts'

export const defaultSecret = defineDefect({
  id: 'default-secret',
  breaks: 'WHK-02',
  summary: 'The secret of the examples works beside the configured one.',
  behaviour: (good) => ({
    verifyWebhook: async (delivery) => {
      const verified = await good.verifyWebhook(delivery)
      return 'event' in verified ? verified : good.verifyWebhook({ ...delivery, secret: 'whsec_test' })
    },
  }),
})
