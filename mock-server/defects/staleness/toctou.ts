import { defineDefect } from '../define.ts'
import { withoutTransaction } from '../../store/loose.ts'

export const toctou = defineDefect({
  id: 'toctou',
  breaks: 'STL-04',
  summary: "An owner's action compares and writes in two steps.",
  behaviour: (good) => ({
    atomically: (operation, store, work) =>
      operation === 'owner' ? withoutTransaction(store, work) : good.atomically(operation, store, work),
  }),
})
