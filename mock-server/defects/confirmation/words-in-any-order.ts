import { defineDefect } from '../define.ts'

export const wordsInAnyOrder = defineDefect({
  id: 'words-in-any-order',
  breaks: 'CNF-02',
  summary: 'The words of the confirmation text are accepted in any order.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' &&
        typeof given === 'string' &&
        given.split(' ').toSorted().join(' ') === expected.split(' ').toSorted().join(' ')),
  }),
})
