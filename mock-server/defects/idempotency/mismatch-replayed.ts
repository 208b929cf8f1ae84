import { defineDefect } from '../define.ts'

export const mismatchReplayed = defineDefect({
  id: 'mismatch-replayed',
  breaks: 'IDM-03',
  summary: 'A key with another request answers with the first result.',
  behaviour: (good) => ({
    sameRequest: (operation, recorded, asked) =>
      operation === 'decision' || good.sameRequest(operation, recorded, asked),
  }),
})
