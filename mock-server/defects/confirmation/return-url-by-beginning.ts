import { defineDefect } from '../define.ts'

export const returnUrlByBeginning = defineDefect({
  id: 'return-url-by-beginning',
  breaks: 'CNF-11',
  summary: 'A return address is taken for the own where it begins with the own origin.',
  behaviour: (good) => ({
    returnUrl: (given, own) =>
      given !== undefined && URL.canParse(given) && given.startsWith(new URL(own).origin)
        ? given
        : good.returnUrl(given, own),
  }),
})
