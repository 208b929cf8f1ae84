import { defineDefect } from '../define.ts'

export const bumpsWithoutText = defineDefect({
  id: 'bumps-without-text',
  breaks: 'CNF-01',
  summary: 'A start with order bumps needs no text.',
  behaviour: (good, { texts }) => ({
    confirmationOf: (fields, request) => {
      const bumps = fields['orderBumpPriceIds']
      return Array.isArray(bumps) && bumps.length > 0 ? texts.checkout : good.confirmationOf(fields, request)
    },
  }),
})
