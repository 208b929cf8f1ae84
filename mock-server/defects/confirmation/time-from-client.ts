import { bodyOf } from '../../http/answer.ts'
import { field, isFields } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const timeFromClient = defineDefect({
  id: 'time-from-client',
  breaks: 'CNF-10',
  summary: 'The time of the last change is taken from the request.',
  respond: async ({ route, requestBody, memory }, response) => {
    if (route !== 'checkout' && route !== 'decisions') return response
    const body = await bodyOf(response.clone())
    const started = body?.['checkoutIntentId']
    const given = field(requestBody, 'updatedAt')
    if (typeof started === 'string' && typeof given === 'number') memory.set(started, given)
    const checkout = body?.['checkout']
    const updatedAt = isFields(checkout) ? memory.get(String(checkout['checkoutIntentId'])) : undefined
    return updatedAt === undefined
      ? response
      : editJson(response, (whole) => ({ ...whole, ...insideOf(whole, 'checkout', { updatedAt }) }))
  },
})
