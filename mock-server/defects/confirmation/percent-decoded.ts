import { defineDefect } from '../define.ts'

export const percentDecoded = defineDefect({
  id: 'percent-decoded',
  breaks: 'CNF-02',
  summary: 'A percent-coded confirmation text is decoded first.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' && typeof given === 'string' && given === encodeURIComponent(expected)),
  }),
})
