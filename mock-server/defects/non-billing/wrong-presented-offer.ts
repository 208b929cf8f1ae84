import { defineDefect } from '../define.ts'

export const wrongPresentedOffer = defineDefect({
  id: 'wrong-presented-offer',
  breaks: 'NBL-07',
  summary: 'Every decision is recorded for the offer of the first kind.',
  behaviour: (good, { decisions }) => ({
    presentedOffer: (kind) =>
      good.presentedOffer(kind) === undefined
        ? undefined
        : decisions.find(({ presentedOfferId }) => presentedOfferId !== good.presentedOffer(kind))
            ?.presentedOfferId,
  }),
})
