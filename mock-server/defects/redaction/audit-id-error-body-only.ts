import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const auditIdErrorBodyOnly = defineDefect({
  id: 'audit-id-error-body-only',
  breaks: 'RED-12',
  summary: 'Refusals carry the audit correlation id.',
  respond: ({ route, intent }, response) =>
    route !== 'decisions' || response.status < 400
      ? response
      : editJson(response, (body) => ({ ...body, incident: secretsOf(intent).auditId })),
})
