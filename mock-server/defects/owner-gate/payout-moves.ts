import { defineDefect } from '../define.ts'

export const payoutMoves = defineDefect({
  id: 'payout-moves',
  breaks: 'OWN-03',
  summary: 'A review makes the entry payable.',
  behaviour: (good) => ({
    ownerTransition: (entry, action) => {
      const outcome = good.ownerTransition(entry, action)
      return 'next' in outcome && action === 'mark_reviewed'
        ? { next: { ...outcome.next, payoutStatus: 'payable' } }
        : outcome
    },
  }),
})
