import { defineDefect } from '../define.ts'

export const ledgerWithoutKey = defineDefect({
  id: 'ledger-without-key',
  breaks: 'IDM-01',
  summary: 'A ledger entry needs no key.',
  behaviour: (good) => ({
    requiresKey: (operation) => operation !== 'ledger' && good.requiresKey(operation),
  }),
})
