import { defineDefect } from '../define.ts'
import { digestHex } from '../digests.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const emailSha256Salted = defineDefect({
  id: 'email-sha256-salted',
  breaks: 'RED-13',
  summary: "The state of an intent has a salted hash of the buyer's address.",
  respond: async ({ route, intent }, response) => {
    const { email } = secretsOf(intent)
    if (route !== 'decisions' || email === undefined) return response
    const buyer = await digestHex('SHA-256', `pepper ${email}`)
    return editJson(response, (body) => ({ ...body, ...insideOf(body, 'checkout', { buyer }) }))
  },
})
