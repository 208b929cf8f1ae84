import { defineDefect } from '../define.ts'

export const dedupeByIdAndType = defineDefect({
  id: 'dedupe-by-id-and-type',
  breaks: 'WHK-04',
  summary: 'An event id that came before is new under another type.',
  behaviour: (good) => ({ eventKey: (event) => `${good.eventKey(event)} ${event.type}` }),
})
