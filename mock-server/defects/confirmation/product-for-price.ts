import { defineDefect } from '../define.ts'

export const productForPrice = defineDefect({
  id: 'product-for-price',
  breaks: 'CNF-07',
  summary: 'The id of a product is taken where the id of a price is asked for.',
  behaviour: (good, { primaryOffer }) => ({
    primaryOf: (priceId) =>
      good.primaryOf(priceId === primaryOffer.productId ? primaryOffer.priceId : priceId),
  }),
})
