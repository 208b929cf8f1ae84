import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'
import { textField } from '../../http/fields.ts'

export const webhookResponseEcho = defineDefect({
  id: 'webhook-response-echo',
  breaks: 'RED-04',
  summary: "The webhook's answer repeats the event id.",
  respond: ({ route, requestBody }, response) =>
    route !== 'webhook'
      ? response
      : editJson(response, (body) => ({ ...body, event: textField(requestBody, 'id') })),
})
