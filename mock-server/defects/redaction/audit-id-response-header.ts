import { defineDefect } from '../define.ts'
import { withHeader } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const auditIdResponseHeader = defineDefect({
  id: 'audit-id-response-header',
  breaks: 'RED-03',
  summary: 'A header carries the audit correlation id.',
  respond: ({ route, intent }, response) => {
    const { auditId } = secretsOf(intent)
    return route !== 'decisions' || auditId === undefined
      ? response
      : withHeader(response, 'x-correlation-id', auditId)
  },
})
