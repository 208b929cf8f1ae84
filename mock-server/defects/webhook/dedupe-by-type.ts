import { defineDefect } from '../define.ts'

export const dedupeByType = defineDefect({
  id: 'dedupe-by-type',
  breaks: 'WHK-04',
  summary: 'A second event of one type is taken for a repeat.',
  behaviour: () => ({ eventKey: (event) => event.type }),
})
