import { defineDefect } from '../define.ts'
import { withHeader } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const jwtClaimCus = defineDefect({
  id: 'jwt-claim-cus',
  breaks: 'RED-04',
  summary: 'A token in a header names the customer.',
  respond: ({ route, intent }, response) => {
    const { customer } = secretsOf(intent)
    return route !== 'decisions' || customer === undefined
      ? response
      : withHeader(
          response,
          'x-token',
          `eyJhbGciOiJub25lIn0.${btoa(JSON.stringify({ sub: customer })).replaceAll('=', '')}.`,
        )
  },
})
