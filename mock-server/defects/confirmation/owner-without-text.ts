import { defineDefect } from '../define.ts'

export const ownerWithoutText = defineDefect({
  id: 'owner-without-text',
  breaks: 'CNF-08',
  summary: 'An owner action needs no text.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) || (place === 'owner' && given === undefined),
  }),
})
