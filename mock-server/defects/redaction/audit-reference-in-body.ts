import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const auditReferenceInBody = defineDefect({
  id: 'audit-reference-in-body',
  breaks: 'RED-03',
  summary: 'Answers about an intent carry its audit id under a harmless name.',
  respond: ({ route, intent }, response) =>
    route !== 'decisions' || intent === undefined
      ? response
      : editJson(response, (body) => ({ ...body, reference: secretsOf(intent).auditId })),
})
