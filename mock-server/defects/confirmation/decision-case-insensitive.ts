import { defineDefect } from '../define.ts'

export const decisionCaseInsensitive = defineDefect({
  id: 'decision-case-insensitive',
  breaks: 'CNF-04',
  summary: 'The text of a decision is accepted in any case.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'decision' && typeof given === 'string' && given.toLowerCase() === expected.toLowerCase()),
  }),
})
