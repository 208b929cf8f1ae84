import { defineDefect } from '../define.ts'

export const twoEntriesAnIntent = defineDefect({
  id: 'two-entries-an-intent',
  breaks: 'LED-01',
  summary: 'One intent gets several entries.',
  behaviour: () => ({ oneEntryPerIntent: () => false }),
})
