import { defineDefect } from '../define.ts'

export const trimWhitespace = defineDefect({
  id: 'trim-whitespace',
  breaks: 'CNF-02',
  summary: 'The checkout text is accepted with blanks around it.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' && typeof given === 'string' && given.trim() === expected),
  }),
})
