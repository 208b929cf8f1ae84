import { defineDefect } from '../define.ts'

export const entryAfterReversal = defineDefect({
  id: 'entry-after-reversal',
  breaks: 'LED-01',
  summary: 'An intent whose entry was reversed gets a second one.',
  behaviour: () => ({ oneEntryPerIntent: (earlier) => earlier?.ledgerStatus !== 'reversed' }),
})
