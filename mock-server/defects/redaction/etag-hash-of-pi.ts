import { defineDefect } from '../define.ts'
import { digestHex } from '../digests.ts'
import { withHeader } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const etagHashOfPi = defineDefect({
  id: 'etag-hash-of-pi',
  breaks: 'RED-04',
  summary: 'The ETag of an intent is a hash of its payment intent.',
  respond: async ({ route, intent }, response) => {
    const { paymentIntent } = secretsOf(intent)
    return route !== 'decisions' || paymentIntent === undefined
      ? response
      : withHeader(response, 'etag', `"${await digestHex('SHA-1', paymentIntent)}"`)
  },
})
