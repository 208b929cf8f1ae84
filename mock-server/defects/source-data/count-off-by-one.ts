import { defineDefect } from '../define.ts'

export const countOffByOne = defineDefect({
  id: 'count-off-by-one',
  breaks: 'SRC-05',
  summary: 'The counts of decisions are one too high.',
  behaviour: (good) => ({ decisionTotal: (total) => good.decisionTotal(total) * 2 }),
})
