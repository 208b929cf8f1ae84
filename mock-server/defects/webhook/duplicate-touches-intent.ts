import { defineDefect } from '../define.ts'
import { intentIdOf, readEvent } from '../../domain/webhook.ts'
import { bodyOf } from '../../http/answer.ts'

export const duplicateTouchesIntent = defineDefect({
  id: 'duplicate-touches-intent',
  breaks: 'WHK-04',
  summary: 'An event that comes again is marked as a duplicate and moves the intent.',
  respond: async ({ route, requestBody, store }, response) => {
    const event = route === 'webhook' ? readEvent(requestBody) : null
    const id = event === null ? null : intentIdOf(event)
    if (id === null || (await bodyOf(response))?.['duplicate'] !== true) return response
    await store.transaction(async (tx) => {
      const intent = await tx.intents.get(id)
      if (intent !== undefined) await tx.intents.put({ ...intent, updatedAt: intent.updatedAt + 1 })
    })
    return response
  },
})
