import { defineDefect } from '../define.ts'
import { withoutTransaction } from '../../store/loose.ts'

export const race500 = defineDefect({
  id: 'race-500',
  breaks: 'IDM-04',
  summary: 'The losers of a race get a server error.',
  behaviour: (good) => ({
    atomically: (operation, store, work) =>
      operation === 'decision'
        ? withoutTransaction(store, work, { unique: true })
        : good.atomically(operation, store, work),
  }),
})
