import { defineDefect } from '../define.ts'

export const totalWithBumpsFromClient = defineDefect({
  id: 'total-with-bumps-from-client',
  breaks: 'CNF-10',
  summary: 'With bumps the amount of the request is taken over.',
  behaviour: (good) => ({
    amountOf: (lines, fields) => {
      const said = fields['totalAmountCents']
      return lines.length > 1 && typeof said === 'number' ? said : good.amountOf(lines, fields)
    },
  }),
})
