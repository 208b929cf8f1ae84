import { defineDefect } from '../define.ts'

export const longPrefix = defineDefect({
  id: 'long-prefix',
  breaks: 'CNF-02',
  summary: 'The beginning of the confirmation text is enough.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' && typeof given === 'string' && given.length > 8 && expected.startsWith(given)),
  }),
})
