import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const keysSoonForgotten = defineDefect({
  id: 'keys-soon-forgotten',
  breaks: 'IDM-02',
  summary: 'Only the last ten keys of decisions are remembered.',
  respond: ({ route, requestBody, memory }, response) => {
    const key = requestBody['idempotencyKey']
    if (route !== 'decisions' || typeof key !== 'string' || !response.ok) return response
    if (!memory.has(key)) memory.set(key, true)
    const known = [...memory.keys()]
    return known.length - known.indexOf(key) <= 10
      ? response
      : editJson(response, (body) => ({ ...body, duplicate: false }))
  },
})
