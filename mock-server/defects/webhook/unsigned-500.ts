import { defineDefect } from '../define.ts'

export const unsigned500 = defineDefect({
  id: 'unsigned-500',
  breaks: 'WHK-01',
  summary: 'An event without a signature is a server error.',
  behaviour: (good) => ({
    verifyWebhook: (delivery) => {
      if (delivery.signature === null) throw new TypeError('cannot read the signature')
      return good.verifyWebhook(delivery)
    },
  }),
})
