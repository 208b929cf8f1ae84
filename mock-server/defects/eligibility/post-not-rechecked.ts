import { defineDefect } from '../define.ts'

export const postNotRechecked = defineDefect({
  id: 'post-not-rechecked',
  breaks: 'ELG-01',
  summary: 'The write trusts a flag of before: a failed payment does not close it.',
  behaviour: (good) => ({
    isEligible: (status, place) =>
      (place === 'write' && status === 'payment_failed') || good.isEligible(status, place),
  }),
})
