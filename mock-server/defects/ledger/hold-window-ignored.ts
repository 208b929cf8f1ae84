import { defineDefect } from '../define.ts'

export const holdWindowIgnored = defineDefect({
  id: 'hold-window-ignored',
  breaks: 'LED-02',
  summary: 'The entry does not wait for the refund window.',
  behaviour: (good) => ({
    ledgerEntry: (entry) => ({ ...good.ledgerEntry(entry), reversibleUntil: entry.createdAt }),
  }),
})
