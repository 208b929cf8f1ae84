import { defineDefect } from '../define.ts'

export const illegalTransition = defineDefect({
  id: 'illegal-transition',
  breaks: 'OWN-03',
  summary: 'A reversed entry takes further actions.',
  behaviour: (good) => ({
    ownerTransition: (entry, action) =>
      good.ownerTransition({ ...entry, ledgerStatus: 'review_only' }, action),
  }),
})
