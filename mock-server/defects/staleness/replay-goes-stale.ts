import { defineDefect } from '../define.ts'

export const replayGoesStale = defineDefect({
  id: 'replay-goes-stale',
  breaks: 'STL-03',
  summary: 'A replay is refused once the state has moved on.',
  behaviour: () => ({ replayMustBeCurrent: () => true }),
})
