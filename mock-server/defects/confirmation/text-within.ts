import { defineDefect } from '../define.ts'

export const textWithin = defineDefect({
  id: 'text-within',
  breaks: 'CNF-02',
  summary: 'A text that holds the confirmation text somewhere is accepted.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' && typeof given === 'string' && given.includes(expected)),
  }),
})
