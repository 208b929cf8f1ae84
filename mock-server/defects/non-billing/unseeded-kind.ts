import { defineDefect } from '../define.ts'

export const unseededKind = defineDefect({
  id: 'unseeded-kind',
  breaks: 'NBL-10',
  summary: 'A decision kind off the seeded list is recorded.',
  behaviour: (good, { decisions }) => ({
    presentedOffer: (kind) => good.presentedOffer(kind) ?? decisions[0]?.presentedOfferId,
  }),
})
