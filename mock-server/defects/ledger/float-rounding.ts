import { defineDefect } from '../define.ts'

export const floatRounding = defineDefect({
  id: 'float-rounding',
  breaks: 'LED-02',
  summary: 'Each commission is rounded up to whole tens of cents.',
  behaviour: (good) => ({
    ledgerEntry: (entry) => ({
      ...good.ledgerEntry(entry),
      commissionCents: Math.ceil((good.ledgerEntry(entry).commissionCents + 1) / 10) * 10,
    }),
  }),
})
