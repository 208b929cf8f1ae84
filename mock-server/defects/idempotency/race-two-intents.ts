import { defineDefect } from '../define.ts'
import { withoutTransaction } from '../../store/loose.ts'

export const raceTwoIntents = defineDefect({
  id: 'race-two-intents',
  breaks: 'IDM-05',
  summary: 'Racing starts with one key create several intents.',
  behaviour: (good) => ({
    atomically: (operation, store, work) =>
      operation === 'checkout' ? withoutTransaction(store, work) : good.atomically(operation, store, work),
  }),
})
