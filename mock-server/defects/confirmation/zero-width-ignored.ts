import { defineDefect } from '../define.ts'

export const zeroWidthIgnored = defineDefect({
  id: 'zero-width-ignored',
  breaks: 'CNF-02',
  summary: 'The checkout text is accepted with zero-width characters inside.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' &&
        typeof given === 'string' &&
        given.replace(/\u200b|\u200c|\u200d|\u2060|\ufeff/g, '') === expected),
  }),
})
