import { defineDefect } from '../define.ts'

export const ledgerAndDecisionKeysMeet = defineDefect({
  id: 'ledger-and-decision-keys-meet',
  breaks: 'IDM-08',
  summary: 'A key of ledger evidence stands in the way of a decision.',
  behaviour: (good) => ({
    keyScope: (operation, fields) => good.keyScope(operation === 'ledger' ? 'decision' : operation, fields),
  }),
})
