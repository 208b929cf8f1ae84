import { defineDefect } from '../define.ts'
import { withHeader } from '../edit.ts'
import { textField } from '../../http/fields.ts'

export const idempotencyKeyHeaderEcho = defineDefect({
  id: 'idempotency-key-header-echo',
  breaks: 'RED-02',
  summary: 'An answer repeats the idempotency key in a header.',
  respond: ({ requestBody, request }, response) => {
    const key = textField(requestBody, 'idempotencyKey') ?? request.headers.get('idempotency-key')
    return key === null ? response : withHeader(response, 'idempotency-key', encodeURIComponent(key))
  },
})
