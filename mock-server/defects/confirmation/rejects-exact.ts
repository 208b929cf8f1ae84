import { defineDefect } from '../define.ts'

export const rejectsExact = defineDefect({
  id: 'rejects-exact',
  breaks: 'CNF-03',
  summary: 'The exact checkout text is refused.',
  behaviour: (good) => ({
    confirms: (given, expected, place) => place !== 'checkout' && good.confirms(given, expected, place),
  }),
})
