import { defineDefect } from '../define.ts'
import { answer } from '../../http/answer.ts'
import { textField } from '../../http/fields.ts'

export const storedBeforeProcessed = defineDefect({
  id: 'stored-before-processed',
  breaks: 'WHK-07',
  summary: 'An event that failed counts as a duplicate when it is delivered again.',
  respond: ({ route, request, requestBody, memory }, response) => {
    const id = textField(requestBody, 'id')
    const signed = request.headers.has('stripe-signature')
    if (route !== 'webhook' || id === undefined || !signed) return response
    if (response.ok && memory.has(id)) return answer({ ok: true, received: true, duplicate: true })
    if (response.status === 400) memory.set(id, true)
    return response
  },
})
