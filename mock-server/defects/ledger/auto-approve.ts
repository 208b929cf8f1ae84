import { defineDefect } from '../define.ts'

export const autoApprove = defineDefect({
  id: 'auto-approve',
  breaks: 'LED-02',
  summary: 'An entry is approved as soon as it is there.',
  behaviour: (good) => ({
    ledgerEntry: (entry) => ({ ...good.ledgerEntry(entry), ledgerStatus: 'approved' }),
  }),
})
