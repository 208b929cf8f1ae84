import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const readWithoutRedaction = defineDefect({
  id: 'read-without-redaction',
  breaks: 'RED-10',
  summary: 'The checkout read contract declares no redaction.',
  respond: ({ route, request }, response) =>
    route !== 'checkout' || request.method !== 'GET'
      ? response
      : editJson(response, ({ redaction: _redaction, ...body }) => body),
})
