import { defineDefect } from '../define.ts'

export const kindCaseInsensitive = defineDefect({
  id: 'kind-case-insensitive',
  breaks: 'NBL-10',
  summary: 'Decision kinds are compared without case.',
  behaviour: (good, { decisions }) => ({
    presentedOffer: (kind) =>
      good.presentedOffer(kind) ??
      decisions.find(({ decisionKind }) => decisionKind.toLowerCase() === kind.toLowerCase())
        ?.presentedOfferId,
  }),
})
