import { defineDefect } from '../define.ts'

export const startsWith = defineDefect({
  id: 'starts-with',
  breaks: 'CNF-02',
  summary: 'The checkout text is accepted with something behind it.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' && typeof given === 'string' && given.startsWith(expected)),
  }),
})
