import { defineDefect } from '../define.ts'

export const unicodeNormalised = defineDefect({
  id: 'unicode-normalised',
  breaks: 'CNF-02',
  summary: 'The checkout text is accepted in another Unicode form.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' &&
        typeof given === 'string' &&
        given.normalize('NFKC') === expected.normalize('NFKC')),
  }),
})
