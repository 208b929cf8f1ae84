import { defineDefect } from '../define.ts'
import { field } from '../../http/fields.ts'

export const totalFromClient = defineDefect({
  id: 'total-from-client',
  breaks: 'CNF-10',
  summary: 'The amount is taken from the request.',
  behaviour: (good) => ({
    amountOf: (lines, fields) => {
      const given = ['totalAmountCents', 'amountCents', 'unitAmountCents', 'amount']
        .map((name) => field(fields, name))
        .find((value) => typeof value === 'number' && Number.isInteger(value) && value >= 0)
      return typeof given === 'number' ? given : good.amountOf(lines, fields)
    },
  }),
})
