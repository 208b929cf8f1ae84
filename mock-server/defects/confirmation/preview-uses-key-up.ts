import { defineDefect } from '../define.ts'

export const previewUsesKeyUp = defineDefect({
  id: 'preview-uses-key-up',
  breaks: 'CNF-03',
  summary: 'A key that a preview carried gives that preview for ever.',
  respond: async ({ route, requestBody, memory }, response) => {
    const key = requestBody['idempotencyKey']
    if (route !== 'checkout' || typeof key !== 'string') return response
    const known = memory.get(key)
    if (typeof known === 'string') return Response.json(JSON.parse(known))
    const text = await response.clone().text()
    if (text.includes('"status":"preview"')) memory.set(key, text)
    return response
  },
})
