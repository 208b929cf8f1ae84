import { defineDefect } from '../define.ts'

export const caseIgnoredWithBumps = defineDefect({
  id: 'case-ignored-with-bumps',
  breaks: 'CNF-02',
  summary: 'A start with order bumps takes its text in any case.',
  behaviour: (good, { texts }) => ({
    confirmationOf: (fields, request) => {
      const text = good.confirmationOf(fields, request)
      const bumps = fields['orderBumpPriceIds']
      const alike = typeof text === 'string' && text.toLowerCase() === texts.checkout.toLowerCase()
      return alike && Array.isArray(bumps) && bumps.length > 0 ? texts.checkout : text
    },
  }),
})
