import { defineDefect } from '../define.ts'
import { hexOf } from '../digests.ts'

export const expectedSignatureTold = defineDefect({
  id: 'expected-signature-told',
  breaks: 'RED-16',
  summary: 'The refusal of a forged event tells the signature that would have been right.',
  behaviour: (good) => ({
    verifyWebhook: async (delivery) => {
      const verified = await good.verifyWebhook(delivery)
      const time = /t=(\d+)/.exec(delivery.signature ?? '')?.[1]
      if (!('refusal' in verified) || time === undefined) return verified
      const coder = new TextEncoder()
      const algorithm = { name: 'HMAC', hash: 'SHA-256' }
      const key = await crypto.subtle.importKey('raw', coder.encode(delivery.secret), algorithm, false, [
        'sign',
      ])
      const signed = coder.encode(`${time}.${new TextDecoder().decode(delivery.payload)}`)
      return { refusal: `${verified.refusal} ${hexOf(await crypto.subtle.sign('HMAC', key, signed))}` }
    },
  }),
})
