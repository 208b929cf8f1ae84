import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const secondReadCacheLeak = defineDefect({
  id: 'second-read-cache-leak',
  breaks: 'RED-12',
  summary: 'Only a second read of an intent carries the payment intent.',
  respond: ({ route, intent, request, memory }, response) => {
    const { paymentIntent } = secretsOf(intent)
    if (route !== 'decisions' || request.method !== 'GET' || paymentIntent === undefined) return response
    if (memory.has(request.url)) return editJson(response, (body) => ({ ...body, cached: paymentIntent }))
    memory.set(request.url, true)
    return response
  },
})
