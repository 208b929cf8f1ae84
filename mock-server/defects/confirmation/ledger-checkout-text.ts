import { defineDefect } from '../define.ts'

export const ledgerCheckoutText = defineDefect({
  id: 'ledger-checkout-text',
  breaks: 'CNF-08',
  summary: 'The checkout text opens the commission ledger, too.',
  behaviour: (good, { texts }) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'ledger' && typeof given === 'string' && given === texts.checkout),
  }),
})
