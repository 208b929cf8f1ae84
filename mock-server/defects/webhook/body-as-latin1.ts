import { defineDefect } from '../define.ts'

export const bodyAsLatin1 = defineDefect({
  id: 'body-as-latin1',
  breaks: 'WHK-03',
  summary: 'The signature is checked over the body in another character set.',
  behaviour: (good) => ({
    verifyWebhook: (delivery) => {
      const text = new TextDecoder('latin1').decode(delivery.payload)
      return good.verifyWebhook({ ...delivery, payload: new TextEncoder().encode(text) })
    },
  }),
})
