import { defineDefect } from '../define.ts'

export const mutableOncePaid = defineDefect({
  id: 'mutable-once-paid',
  breaks: 'ATT-03',
  summary: 'A replayed start may come with another click once it is paid.',
  behaviour: (good, { eligibleStatuses }) => ({
    sameReferral: (intent, clickId) =>
      eligibleStatuses.includes(intent.status) || good.sameReferral(intent, clickId),
  }),
})
