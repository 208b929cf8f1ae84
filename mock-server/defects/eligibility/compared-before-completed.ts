import { defineDefect } from '../define.ts'

export const comparedBeforeCompleted = defineDefect({
  id: 'compared-before-completed',
  breaks: 'ELG-09',
  summary: 'Amount and currency are compared until the checkout is completed, and no more when it is paid.',
  behaviour: (good) => ({
    contradicts: (intent, event) => intent.status !== 'completed' && good.contradicts(intent, event),
  }),
})
