import { defineDefect } from '../define.ts'

export const sourceAlwaysPaid = defineDefect({
  id: 'source-always-paid',
  breaks: 'LED-02',
  summary: 'An entry says that its checkout was paid, whatever its status.',
  behaviour: (good) => ({
    ledgerEntry: (entry) => ({ ...good.ledgerEntry(entry), sourceCheckoutStatus: 'paid' }),
  }),
})
