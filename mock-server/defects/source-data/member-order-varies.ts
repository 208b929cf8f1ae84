import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const memberOrderVaries = defineDefect({
  id: 'member-order-varies',
  breaks: 'SRC-09',
  summary: 'Each read of the source data has its members in another order.',
  respond: ({ route, memory }, response) => {
    if (route !== 'source-data') return response
    const reads = Number(memory.get('reads') ?? 0) + 1
    memory.set('reads', reads)
    return editJson(response, (body) => {
      const members = Object.entries(body)
      const first = reads % members.length
      return Object.fromEntries([...members.slice(first), ...members.slice(0, first)])
    })
  },
})
