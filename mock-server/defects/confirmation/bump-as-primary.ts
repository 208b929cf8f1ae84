import { defineDefect } from '../define.ts'

export const bumpAsPrimary = defineDefect({
  id: 'bump-as-primary',
  breaks: 'CNF-07',
  summary: 'Any seeded price is sold as the primary offer.',
  behaviour: (good, { offers }) => ({
    primaryOf: (priceId) => good.primaryOf(priceId) ?? offers.find((offer) => offer.priceId === priceId),
  }),
})
