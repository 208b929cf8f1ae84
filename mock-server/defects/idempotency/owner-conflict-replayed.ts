import { defineDefect } from '../define.ts'

export const ownerConflictReplayed = defineDefect({
  id: 'owner-conflict-replayed',
  breaks: 'IDM-03',
  summary: 'The key of an owner action with another action answers with the first.',
  behaviour: (good) => ({
    sameRequest: (operation, recorded, asked) =>
      operation === 'owner' || good.sameRequest(operation, recorded, asked),
  }),
})
