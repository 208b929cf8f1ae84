import { defineDefect } from '../define.ts'

export const unattributedEntry = defineDefect({
  id: 'unattributed-entry',
  breaks: 'LED-01',
  summary: 'An intent without a click gets an entry.',
  behaviour: () => ({ requiresAttribution: () => false }),
})
