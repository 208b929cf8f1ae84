import { defineDefect } from '../define.ts'

export const buyerRemembered = defineDefect({
  id: 'buyer-remembered',
  breaks: 'CNF-01',
  summary: 'Who has confirmed once starts without the text from then on.',
  behaviour: (good, { texts }) => {
    const confirmed = new Set<unknown>()
    return {
      confirmationOf: (fields, request) => {
        const text = good.confirmationOf(fields, request)
        const email = fields['buyerEmail']
        if (text === texts.checkout && email !== undefined) confirmed.add(email)
        return text ?? (confirmed.has(email) ? texts.checkout : undefined)
      },
    }
  },
})
