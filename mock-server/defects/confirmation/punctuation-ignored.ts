import { defineDefect } from '../define.ts'

export const punctuationIgnored = defineDefect({
  id: 'punctuation-ignored',
  breaks: 'CNF-02',
  summary: 'Punctuation in the confirmation text is not compared.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' &&
        typeof given === 'string' &&
        given.replace(/\p{P}/gu, '') === expected.replace(/\p{P}/gu, '')),
  }),
})
