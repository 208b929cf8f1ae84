import { defineDefect } from '../define.ts'

export const emptyTextStarts = defineDefect({
  id: 'empty-text-starts',
  breaks: 'CNF-01',
  summary: 'An empty confirmation text counts as given.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' && typeof given === 'string' && given === ''),
  }),
})
