import { defineDefect } from '../define.ts'
import { withoutTransaction } from '../../store/loose.ts'

export const raceTwoClicks = defineDefect({
  id: 'race-two-clicks',
  breaks: 'IDM-04',
  summary: 'Racing clicks with one key are all recorded.',
  behaviour: (good) => ({
    atomically: (operation, store, work) =>
      operation === 'click' ? withoutTransaction(store, work) : good.atomically(operation, store, work),
  }),
})
