import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const payoutField = defineDefect({
  id: 'payout-field',
  breaks: 'NBL-04',
  summary: 'An entry has a payout.',
  respond: ({ route }, response) =>
    route !== 'ledger'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'commissionLedger', { payoutCreated: true, payoutReference: 'payout-1' }),
        })),
})
