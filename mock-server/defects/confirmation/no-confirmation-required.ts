import { defineDefect } from '../define.ts'

export const noConfirmationRequired = defineDefect({
  id: 'no-confirmation-required',
  breaks: 'CNF-01',
  summary: 'A start needs no confirmation text.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) || (place === 'checkout' && given === undefined),
  }),
})
