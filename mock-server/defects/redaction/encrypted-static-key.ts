import { defineDefect } from '../define.ts'
import { encrypted } from '../digests.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const encryptedStaticKey = defineDefect({
  id: 'encrypted-static-key',
  breaks: 'RED-13',
  summary: 'The state of an intent has the payment intent, encrypted alike each time.',
  respond: async ({ route, intent }, response) => {
    const { paymentIntent } = secretsOf(intent)
    if (route !== 'decisions' || paymentIntent === undefined) return response
    const handle = await encrypted(paymentIntent)
    return editJson(response, (body) => ({ ...body, ...insideOf(body, 'checkout', { handle }) }))
  },
})
