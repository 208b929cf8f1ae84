import { defineDefect } from '../define.ts'

export const dedupeByContent = defineDefect({
  id: 'dedupe-by-content',
  breaks: 'WHK-04',
  summary: 'Two events that say the same are taken for one.',
  behaviour: () => ({ eventKey: (event) => JSON.stringify([event.type, event.object]) }),
})
