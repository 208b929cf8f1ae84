import { defineDefect } from '../define.ts'

export const unlistedBumpDropped = defineDefect({
  id: 'unlisted-bump-dropped',
  breaks: 'CNF-07',
  summary: 'A bump off the allow-list is left out without a word.',
  behaviour: (good, { allowedBumps }) => ({
    bumpsOf: (priceIds) =>
      good.bumpsOf(priceIds.filter((id) => allowedBumps.some(({ priceId }) => priceId === id))),
  }),
})
