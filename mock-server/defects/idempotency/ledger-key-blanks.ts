import { defineDefect } from '../define.ts'

export const ledgerKeyBlanks = defineDefect({
  id: 'ledger-key-blanks',
  breaks: 'IDM-07',
  summary: 'In the key of a ledger entry several blanks are one.',
  behaviour: (good) => ({
    keyOf: (fields, headers) => {
      const key = good.keyOf(fields, headers)
      const ofLedger = fields['checkoutIntentId'] !== undefined && fields['decisionKind'] === undefined
      return ofLedger ? key?.replace(/ +/g, ' ') : key
    },
  }),
})
