import { defineDefect } from '../define.ts'

export const eligibleFlagOnlyOnGet = defineDefect({
  id: 'eligible-flag-only-on-get',
  breaks: 'ELG-01',
  summary: 'The read says closed, the write lets everything through.',
  behaviour: (good) => ({
    isEligible: (status, place) => place === 'write' || good.isEligible(status, place),
  }),
})
