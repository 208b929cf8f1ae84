import { defineDefect } from '../define.ts'

export const laterBumpsUnlisted = defineDefect({
  id: 'later-bumps-unlisted',
  breaks: 'CNF-07',
  summary: 'Of several bumps the first alone is looked up on the allow-list.',
  behaviour: (good, { offers, primaryOffer }) => ({
    bumpsOf: ([first, ...later]) => {
      const found = good.bumpsOf(first === undefined ? [] : [first])
      const more = later.flatMap((id) => offers.filter(({ priceId }) => priceId === id))
      return found && [...new Set([...found, ...more])].filter((offer) => offer !== primaryOffer)
    },
  }),
})
