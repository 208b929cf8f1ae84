import { defineDefect } from '../define.ts'

export const entitiesDecoded = defineDefect({
  id: 'entities-decoded',
  breaks: 'CNF-02',
  summary: 'Character references in the text are decoded before it is compared.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(
        typeof given === 'string' ? given.replaceAll('&#32;', ' ').replaceAll('&amp;', '&') : given,
        expected,
        place,
      ),
  }),
})
