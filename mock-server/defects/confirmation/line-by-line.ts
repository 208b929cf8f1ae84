import { defineDefect } from '../define.ts'

export const lineByLine = defineDefect({
  id: 'line-by-line',
  breaks: 'CNF-02',
  summary: 'One line that is the confirmation text is enough.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' && typeof given === 'string' && given.split('\n').includes(expected)),
  }),
})
