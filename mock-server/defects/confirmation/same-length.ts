import { defineDefect } from '../define.ts'

export const sameLength = defineDefect({
  id: 'same-length',
  breaks: 'CNF-02',
  summary: 'Only the length of the confirmation text is compared.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' && typeof given === 'string' && given.length === expected.length),
  }),
})
