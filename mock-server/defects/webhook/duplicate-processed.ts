import { defineDefect } from '../define.ts'

export const duplicateProcessed = defineDefect({
  id: 'duplicate-processed',
  breaks: 'WHK-04',
  summary: 'An event that comes again is taken again.',
  behaviour: () => ({ remembersEvents: () => false }),
})
