import { defineDefect } from '../define.ts'
import { withoutTransaction } from '../../store/loose.ts'

export const raceTwoEntries = defineDefect({
  id: 'race-two-entries',
  breaks: 'LED-04',
  summary: 'Racing requests create several entries for one intent.',
  behaviour: (good) => ({
    atomically: (operation, store, work) =>
      operation === 'ledger' ? withoutTransaction(store, work) : good.atomically(operation, store, work),
  }),
})
