import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const rowLeaksBuyer = defineDefect({
  id: 'row-leaks-buyer',
  breaks: 'RED-01',
  summary: 'An entry names the buyer.',
  respond: ({ route, intent }, response) =>
    route !== 'ledger'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'commissionLedger', { soldTo: secretsOf(intent).email }),
        })),
})
