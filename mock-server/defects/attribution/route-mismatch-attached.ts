import { defineDefect } from '../define.ts'

export const routeMismatchAttached = defineDefect({
  id: 'route-mismatch-attached',
  breaks: 'ATT-02',
  summary: 'A click into another route is attached.',
  behaviour: () => ({ attributable: () => true }),
})
