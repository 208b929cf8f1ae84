import { defineDefect } from '../define.ts'

export const clickWithoutText = defineDefect({
  id: 'click-without-text',
  breaks: 'CNF-01',
  summary: 'A start from a referral click needs no text.',
  behaviour: (good, { texts }) => ({
    confirmationOf: (fields, request) =>
      typeof fields['referralClickId'] === 'string' ? texts.checkout : good.confirmationOf(fields, request),
  }),
})
