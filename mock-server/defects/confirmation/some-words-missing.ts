import { defineDefect } from '../define.ts'

export const someWordsMissing = defineDefect({
  id: 'some-words-missing',
  breaks: 'CNF-02',
  summary: 'A confirmation text that lacks a word is accepted.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' &&
        typeof given === 'string' &&
        expected
          .split(' ')
          .some((_, gone, words) => words.filter((_word, i) => i !== gone).join(' ') === given)),
  }),
})
