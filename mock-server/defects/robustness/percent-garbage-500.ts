import { defineDefect } from '../define.ts'

export const percentGarbage500 = defineDefect({
  id: 'percent-garbage-500',
  breaks: 'ROB-04',
  summary: 'A path that cannot be decoded is a server error.',
  behaviour: () => ({ pathId: (segment) => decodeURIComponent(segment) }),
})
