import { answer } from '../../http/answer.ts'
import { textField } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'

export const usedKeyOpens = defineDefect({
  id: 'used-key-opens',
  breaks: 'OWN-01',
  summary: 'A replay of an owner action is answered before the session is looked at.',
  respond: ({ route, requestBody, memory }, response) => {
    const key = textField(requestBody, 'idempotencyKey')
    if (route !== 'owner-actions' || key === undefined) return response
    if (response.status === 200) memory.set(key, true)
    return response.status === 401 && memory.has(key) ? answer({ ok: true, duplicate: true }) : response
  },
})
