import { defineDefect } from '../define.ts'
import { losesRace, underKey } from '../racing.ts'

export const raceAcrossIntents = defineDefect({
  id: 'race-across-intents',
  breaks: 'IDM-04',
  summary: 'One key that races for two intents is recorded for both.',
  respond: async ({ route, request, requestBody, memory, inner }, response) => {
    const key = requestBody['idempotencyKey']
    if (route !== 'decisions' || typeof key !== 'string') return response
    const lost = await losesRace(memory, key, response)
    return lost && response.status === 409 ? inner(underKey(request, requestBody, `${key}, again`)) : response
  },
})
