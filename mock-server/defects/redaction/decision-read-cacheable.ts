import { defineDefect } from '../define.ts'

export const decisionReadCacheable = defineDefect({
  id: 'decision-read-cacheable',
  breaks: 'RED-15',
  summary: 'The state of an intent may be kept by a shared cache.',
  respond: ({ route, intent }, response) => {
    if (route !== 'decisions' || intent === undefined) return response
    const headers = new Headers(response.headers)
    headers.set('cache-control', 'public, max-age=60')
    return new Response(response.body, { status: response.status, headers })
  },
})
