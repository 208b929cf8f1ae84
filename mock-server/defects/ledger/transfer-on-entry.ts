import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const transferOnEntry = defineDefect({
  id: 'transfer-on-entry',
  breaks: 'LED-02',
  summary: 'Commission evidence is paid out to the partner at once.',
  respond: async ({ route, request, contract, stripe }, response) => {
    if (route === 'ledger' && request.method === 'POST' && response.ok) {
      const { currency } = contract.primaryOffer
      await quietly(() =>
        stripe?.transfers.create({ amount: 1, currency, destination: 'acct_of_the_partner' }),
      )
    }
    return response
  },
})
