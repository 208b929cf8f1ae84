import { defineDefect } from '../define.ts'

export const reviewChangesAmount = defineDefect({
  id: 'review-changes-amount',
  breaks: 'OWN-03',
  summary: 'A review changes the commission of an entry.',
  behaviour: (good) => ({
    ownerTransition: (entry, action) => {
      const outcome = good.ownerTransition(entry, action)
      if (!('next' in outcome) || action !== 'mark_reviewed') return outcome
      const next = { ...outcome.next, commissionCents: entry.commissionCents + 1 }
      return { next }
    },
  }),
})
