import { defineDefect } from '../define.ts'

export const ledgerKeyCut = defineDefect({
  id: 'ledger-key-cut',
  breaks: 'IDM-07',
  summary: 'Of the key of a ledger entry the first 64 characters count.',
  behaviour: (good) => ({
    keyOf: (fields, headers) => {
      const key = good.keyOf(fields, headers)
      const ofLedger = fields['checkoutIntentId'] !== undefined && fields['decisionKind'] === undefined
      return ofLedger ? key?.slice(0, 64) : key
    },
  }),
})
