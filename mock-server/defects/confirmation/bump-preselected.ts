import { defineDefect } from '../define.ts'

export const bumpPreselected = defineDefect({
  id: 'bump-preselected',
  breaks: 'CNF-07',
  summary: 'The first bump is added unless another is chosen.',
  behaviour: (good, { allowedBumps }) => ({
    bumpsOf: (priceIds) => (priceIds.length === 0 ? allowedBumps.slice(0, 1) : good.bumpsOf(priceIds)),
  }),
})
