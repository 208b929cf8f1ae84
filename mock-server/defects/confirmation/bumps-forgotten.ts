import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'
import { isFields } from '../../http/fields.ts'

export const bumpsForgotten = defineDefect({
  id: 'bumps-forgotten',
  breaks: 'CNF-07',
  summary: 'Once an intent is paid or completed, it reads as bought without bumps.',
  respond: (_context, response) =>
    editJson(response, (body) => {
      const { checkout } = body
      const bought = isFields(checkout) && ['paid', 'completed'].includes(String(checkout['status']))
      return bought ? { ...body, ...insideOf(body, 'checkout', { selectedOrderBumpPriceIds: [] }) } : body
    }),
})
