import { defineDefect } from '../define.ts'

export const typeCoercion = defineDefect({
  id: 'type-coercion',
  breaks: 'CNF-02',
  summary: 'Anything that turns into the checkout text, or true, is accepted.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' && (given === true || (Array.isArray(given) && given.join() === expected))),
  }),
})
