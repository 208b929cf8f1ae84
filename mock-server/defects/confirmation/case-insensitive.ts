import { defineDefect } from '../define.ts'

export const caseInsensitive = defineDefect({
  id: 'case-insensitive',
  breaks: 'CNF-02',
  summary: 'The checkout text is accepted in any case.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' && typeof given === 'string' && given.toLowerCase() === expected.toLowerCase()),
  }),
})
