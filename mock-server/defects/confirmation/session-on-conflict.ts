import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const sessionOnConflict = defineDefect({
  id: 'session-on-conflict',
  breaks: 'CNF-09',
  summary: 'A key that is reused with other bumps is refused, and a session made all the same.',
  respond: async ({ contract, request, requestBody, route, stripe }, response) => {
    const asksForBumps = Array.isArray(requestBody['orderBumpPriceIds'])
    if (route === 'checkout' && request.method === 'POST' && response.status === 409 && asksForBumps) {
      const { currency, title: name, unitAmountCents } = contract.primaryOffer
      const price_data = { currency, unit_amount: unitAmountCents, product_data: { name } }
      const line_items = [{ quantity: 1, price_data }]
      await quietly(() => stripe?.checkout.sessions.create({ mode: 'payment', line_items }))
    }
    return response
  },
})
