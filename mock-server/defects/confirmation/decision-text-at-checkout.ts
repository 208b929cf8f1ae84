import { defineDefect } from '../define.ts'

export const decisionTextAtCheckout = defineDefect({
  id: 'decision-text-at-checkout',
  breaks: 'CNF-02',
  summary: 'The text of a decision opens the checkout, too.',
  behaviour: (good, { texts }) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) || (place === 'checkout' && given === texts.decision),
  }),
})
