import { defineDefect } from '../define.ts'

export const oversizedAccepted = defineDefect({
  id: 'oversized-accepted',
  breaks: 'ROB-03',
  summary: 'Bodies of any size are read.',
  behaviour: () => ({ bodyLimit: () => Number.POSITIVE_INFINITY }),
})
