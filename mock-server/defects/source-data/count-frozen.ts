import { defineDefect } from '../define.ts'

export const countFrozen = defineDefect({
  id: 'count-frozen',
  breaks: 'SRC-05',
  summary: 'The counts of decisions never move.',
  behaviour: () => ({ decisionTotal: () => 1 }),
})
