import { defineDefect } from '../define.ts'

export const mutableAfterStart = defineDefect({
  id: 'mutable-after-start',
  breaks: 'ATT-03',
  summary: 'A replayed start may come with another click.',
  behaviour: () => ({ sameReferral: () => true }),
})
