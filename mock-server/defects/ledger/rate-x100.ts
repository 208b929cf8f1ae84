import { defineDefect } from '../define.ts'

export const rateX100 = defineDefect({
  id: 'rate-x100',
  breaks: 'LED-02',
  summary: 'The commission is a hundred times too high.',
  behaviour: (good) => ({
    ledgerEntry: (entry) => ({
      ...good.ledgerEntry(entry),
      commissionCents: good.ledgerEntry(entry).commissionCents * 100,
    }),
  }),
})
