import { defineDefect } from '../define.ts'
import { losesRace, underKey } from '../racing.ts'

export const raceWithHeaderKeys = defineDefect({
  id: 'race-with-header-keys',
  breaks: 'IDM-04',
  summary: 'Racing decisions with one key in the header are recorded twice.',
  respond: async ({ route, request, requestBody, memory, inner }, response) => {
    const key = request.headers.get('idempotency-key')
    if (route !== 'decisions' || requestBody['idempotencyKey'] !== undefined) return response
    return (await losesRace(memory, key, response))
      ? inner(underKey(request, requestBody, `${key}, again`))
      : response
  },
})
