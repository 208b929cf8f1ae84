import { defineDefect } from '../define.ts'

export const ownerTextTrimmed = defineDefect({
  id: 'owner-text-trimmed',
  breaks: 'CNF-08',
  summary: 'Blanks around the text of an owner action are forgiven.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'owner' && typeof given === 'string' && given.trim() === expected),
  }),
})
