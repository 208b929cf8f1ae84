import { defineDefect } from '../define.ts'

export const decisionWithoutText = defineDefect({
  id: 'decision-without-text',
  breaks: 'CNF-04',
  summary: 'A decision needs no text.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'decision' && (given === undefined || given === null)),
  }),
})
