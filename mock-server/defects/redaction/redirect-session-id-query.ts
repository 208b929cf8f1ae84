import { defineDefect } from '../define.ts'
import { secretsOf } from '../secrets.ts'

export const redirectSessionIdQuery = defineDefect({
  id: 'redirect-session-id-query',
  breaks: 'RED-11',
  summary: "The redirect's Location has the session's id in its query.",
  respond: ({ route, intent }, response) => {
    const location = response.headers.get('location')
    const { sessionId } = secretsOf(intent)
    if (route !== 'redirect' || location === null || sessionId === undefined) return response
    const headers = new Headers(response.headers)
    const [address = '', fragment] = location.split('#')
    const query = `${address}${address.includes('?') ? '&' : '?'}session_id=${sessionId}`
    headers.set('location', fragment === undefined ? query : `${query}#${fragment}`)
    return new Response(response.body, { status: response.status, headers })
  },
})
