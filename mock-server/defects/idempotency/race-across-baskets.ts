import { defineDefect } from '../define.ts'
import { underKey } from '../racing.ts'

export const raceAcrossBaskets = defineDefect({
  id: 'race-across-baskets',
  breaks: 'IDM-05',
  summary: 'One key that races for two baskets starts both.',
  respond: async ({ route, request, requestBody, memory, inner }, response) => {
    const key = requestBody['idempotencyKey']
    if (route !== 'checkout' || request.method !== 'POST' || typeof key !== 'string') return response
    if (response.ok) memory.set(key, true)
    // Refused while the winner still waits for Stripe: a racer.
    const lost = response.status === 409 && !memory.has(key)
    return lost ? inner(underKey(request, requestBody, `${key}, again`)) : response
  },
})
