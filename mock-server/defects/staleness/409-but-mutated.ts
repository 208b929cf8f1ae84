import { defineDefect } from '../define.ts'

export const with409ButMutated = defineDefect({
  id: '409-but-mutated',
  breaks: 'STL-02',
  summary: 'A stale decision is refused and recorded all the same.',
  behaviour: () => ({ keepsStaleWrite: () => true }),
})
