import { defineDefect } from '../define.ts'
import { withoutTransaction } from '../../store/loose.ts'

export const raceDouble = defineDefect({
  id: 'race-double',
  breaks: 'IDM-04',
  summary: 'Racing decisions with one key are all recorded.',
  behaviour: (good) => ({
    atomically: (operation, store, work) =>
      operation === 'decision' ? withoutTransaction(store, work) : good.atomically(operation, store, work),
  }),
})
