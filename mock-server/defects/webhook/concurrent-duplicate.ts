import { defineDefect } from '../define.ts'
import { withoutTransaction } from '../../store/loose.ts'

export const concurrentDuplicate = defineDefect({
  id: 'concurrent-duplicate',
  breaks: 'IDM-09',
  summary: 'Copies of an event that come at once are all taken.',
  behaviour: (good) => ({
    atomically: (operation, store, work) =>
      operation === 'webhook' ? withoutTransaction(store, work) : good.atomically(operation, store, work),
  }),
})
