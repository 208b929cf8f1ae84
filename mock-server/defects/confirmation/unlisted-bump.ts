import { defineDefect } from '../define.ts'

export const unlistedBump = defineDefect({
  id: 'unlisted-bump',
  breaks: 'CNF-07',
  summary: 'A seeded price off the allow-list is added as a bump.',
  behaviour: (good, { offers }) => ({
    bumpsOf: (priceIds) => {
      const found = offers.filter((offer) => priceIds.includes(offer.priceId))
      return good.bumpsOf(priceIds) ?? (found.length > 0 ? found : undefined)
    },
  }),
})
