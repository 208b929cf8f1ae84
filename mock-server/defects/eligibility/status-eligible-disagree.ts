import { defineDefect } from '../define.ts'

export const statusEligibleDisagree = defineDefect({
  id: 'status-eligible-disagree',
  breaks: 'ELG-04',
  summary: 'A paid intent reads as not eligible.',
  behaviour: (good) => ({
    isEligible: (status, place) =>
      place === 'read' && status === 'paid' ? false : good.isEligible(status, place),
  }),
})
