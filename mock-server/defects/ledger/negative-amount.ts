import { defineDefect } from '../define.ts'

export const negativeAmount = defineDefect({
  id: 'negative-amount',
  breaks: 'LED-02',
  summary: 'The commission is negative.',
  behaviour: (good) => ({
    ledgerEntry: (entry) => ({
      ...good.ledgerEntry(entry),
      commissionCents: -good.ledgerEntry(entry).commissionCents,
    }),
  }),
})
