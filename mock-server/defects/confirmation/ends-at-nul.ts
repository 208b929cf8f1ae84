import { defineDefect } from '../define.ts'

export const endsAtNul = defineDefect({
  id: 'ends-at-nul',
  breaks: 'CNF-02',
  summary: 'The confirmation text is compared up to a NUL.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' && typeof given === 'string' && given.split('\0')[0] === expected),
  }),
})
