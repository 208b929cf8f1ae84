import { defineDefect } from '../define.ts'

export const currencyMix = defineDefect({
  id: 'currency-mix',
  breaks: 'LED-02',
  summary: 'The entry is in another currency than the checkout.',
  behaviour: (good) => ({
    ledgerEntry: (entry) => ({
      ...good.ledgerEntry(entry),
      currency: entry.currency === 'eur' ? 'usd' : 'eur',
    }),
  }),
})
