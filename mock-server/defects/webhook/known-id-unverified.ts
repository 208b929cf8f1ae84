import { defineDefect } from '../define.ts'
import { answer } from '../../http/answer.ts'
import { textField } from '../../http/fields.ts'

export const knownIdUnverified = defineDefect({
  id: 'known-id-unverified',
  breaks: 'WHK-04',
  summary: 'A forged copy of a known event is acknowledged as a duplicate.',
  respond: ({ route, requestBody, memory }, response) => {
    const id = textField(requestBody, 'id')
    if (route !== 'webhook' || id === undefined) return response
    if (!response.ok && memory.has(id)) return answer({ ok: true, received: true, duplicate: true })
    if (response.ok) memory.set(id, true)
    return response
  },
})
