import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const payable = defineDefect({
  id: 'payable',
  breaks: 'LED-02',
  summary: 'An entry says that it can be paid.',
  respond: ({ route }, response) =>
    route !== 'ledger'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'commissionLedger', { payoutStatus: 'payable' }),
        })),
})
