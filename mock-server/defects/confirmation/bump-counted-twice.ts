import { defineDefect } from '../define.ts'

export const bumpCountedTwice = defineDefect({
  id: 'bump-counted-twice',
  breaks: 'CNF-07',
  summary: 'A bump that is named twice is charged twice.',
  behaviour: (good) => ({
    bumpsOf: (priceIds) =>
      good
        .bumpsOf(priceIds)
        ?.flatMap((bump) => priceIds.filter((priceId) => priceId === bump.priceId).map(() => bump)),
  }),
})
