import { defineDefect } from '../define.ts'
import { withHeader } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const cookieBase64Session = defineDefect({
  id: 'cookie-base64-session',
  breaks: 'RED-04',
  summary: 'A cookie carries the session id in base64.',
  respond: ({ route, intent }, response) => {
    const { sessionId } = secretsOf(intent)
    return route !== 'decisions' || sessionId === undefined
      ? response
      : withHeader(response, 'set-cookie', `state=${btoa(JSON.stringify({ sessionId }))}; Path=/`)
  },
})
