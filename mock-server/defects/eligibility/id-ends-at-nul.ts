import { defineDefect } from '../define.ts'

export const idEndsAtNul = defineDefect({
  id: 'id-ends-at-nul',
  breaks: 'ELG-06',
  summary: 'The id of an intent is read up to a NUL.',
  respond: ({ route, request, requestText, inner }, response) => {
    const body = requestText.replace(/("checkoutIntentId":"[^"\\]*)\\u0000[^"]*/, '$1')
    if (route !== 'decisions' || body === requestText) return response
    const headers = { 'content-type': 'application/json' }
    return inner(new Request(request.url, { method: request.method, headers, body }))
  },
})
