import { defineDefect } from '../define.ts'
import { encrypted } from '../digests.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const encryptedRandomIv = defineDefect({
  id: 'encrypted-random-iv',
  breaks: 'RED-09',
  summary: 'A member that nobody declared has the payment intent, encrypted afresh each time.',
  respond: async ({ route, intent }, response) => {
    const { paymentIntent } = secretsOf(intent)
    if (route !== 'decisions' || paymentIntent === undefined) return response
    const handle = await encrypted(paymentIntent, crypto.getRandomValues(new Uint8Array(12)))
    return editJson(response, (body) => ({ ...body, ...insideOf(body, 'checkout', { handle }) }))
  },
})
