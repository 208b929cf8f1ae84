import { defineDefect } from '../define.ts'

export const countOnReplay = defineDefect({
  id: 'count-on-replay',
  breaks: 'SRC-05',
  summary: 'The replay of a decision raises its count.',
  behaviour: (good) => ({
    countsReplay: (operation) => operation === 'decision' || good.countsReplay(operation),
  }),
})
