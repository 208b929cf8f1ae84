import { defineDefect } from '../define.ts'

export const unknownPriceIsPrimary = defineDefect({
  id: 'unknown-price-is-primary',
  breaks: 'CNF-07',
  summary: 'An unknown price stands for the primary offer.',
  behaviour: (good) => ({ primaryOf: (priceId) => good.primaryOf(priceId) ?? good.primaryOf(undefined) }),
})
