import { defineDefect } from '../define.ts'

export const otherOfferWording = defineDefect({
  id: 'other-offer-wording',
  breaks: 'CNF-02',
  summary: 'The confirmation text may name another offer of the seed.',
  behaviour: (good, { offers, primaryOffer }) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' &&
        typeof given === 'string' &&
        offers.some(({ title }) => given === expected.replace(primaryOffer.title, title))),
  }),
})
