import { defineDefect } from '../define.ts'
import { withHeader } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const serverTimingDebug = defineDefect({
  id: 'server-timing-debug',
  breaks: 'RED-03',
  summary: 'A debugging header carries the audit correlation id.',
  respond: ({ route, intent }, response) => {
    const { auditId } = secretsOf(intent)
    return route !== 'decisions' || auditId === undefined
      ? response
      : withHeader(response, 'server-timing', `db;desc="${auditId}"`)
  },
})
