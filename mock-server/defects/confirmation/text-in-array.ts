import { defineDefect } from '../define.ts'

export const textInArray = defineDefect({
  id: 'text-in-array',
  breaks: 'CNF-04',
  summary: 'A decision takes its text out of an array.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'decision' && Array.isArray(given) && given.includes(expected)),
  }),
})
