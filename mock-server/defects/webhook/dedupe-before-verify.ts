import { defineDefect } from '../define.ts'
import { textField } from '../../http/fields.ts'
import { answer } from '../../http/answer.ts'

export const dedupeBeforeVerify = defineDefect({
  id: 'dedupe-before-verify',
  breaks: 'WHK-04',
  summary: 'A forged event blocks the real one of its id.',
  respond: async ({ route, requestBody, memory, request }, response) => {
    const id = textField(requestBody, 'id')
    if (route !== 'webhook' || request.method !== 'POST' || id === undefined) return response
    if (response.ok && memory.has(id)) return answer({ ok: true, received: true, duplicate: true })
    if (!response.ok) memory.set(id, true)
    return response
  },
})
