import { defineDefect } from '../define.ts'

export const regexUnescaped = defineDefect({
  id: 'regex-unescaped',
  breaks: 'CNF-02',
  summary: 'The checkout text is used as a pattern, so a dot stands for any character.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' &&
        typeof given === 'string' &&
        new RegExp(`^(?:${expected.replaceAll(/[()[\]{}*+?^$|\\]/g, '\\$&')})$`).test(given)),
  }),
})
