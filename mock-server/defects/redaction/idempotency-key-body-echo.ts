import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'
import { textField } from '../../http/fields.ts'

export const idempotencyKeyBodyEcho = defineDefect({
  id: 'idempotency-key-body-echo',
  breaks: 'RED-02',
  summary: 'An answer repeats the idempotency key.',
  respond: ({ requestBody, request }, response) => {
    const key = textField(requestBody, 'idempotencyKey') ?? request.headers.get('idempotency-key')
    return key === null ? response : editJson(response, (body) => ({ ...body, requestRef: key }))
  },
})
