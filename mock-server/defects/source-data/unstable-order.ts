import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const unstableOrder = defineDefect({
  id: 'unstable-order',
  breaks: 'SRC-09',
  summary: 'Each read of the source data says when it was made.',
  respond: ({ route, memory }, response) => {
    if (route !== 'source-data') return response
    const reads = Number(memory.get('reads') ?? 0) + 1
    memory.set('reads', reads)
    return editJson(response, (body) => ({
      ...body,
      routes: Array.isArray(body['routes'])
        ? reads % 2 === 0
          ? body['routes'].toReversed()
          : body['routes']
        : [],
    }))
  },
})
