import { defineDefect } from '../define.ts'
import { losesRace, underKey } from '../racing.ts'

export const raceAcrossLinks = defineDefect({
  id: 'race-across-links',
  breaks: 'IDM-04',
  summary: 'One key that races for two links is a click on both.',
  respond: async ({ route, request, requestBody, memory, inner }, response) => {
    const key = requestBody['idempotencyKey']
    if (route !== 'clicks' || typeof key !== 'string') return response
    const lost = await losesRace(memory, key, response)
    return lost && response.status === 409 ? inner(underKey(request, requestBody, `${key}, again`)) : response
  },
})
