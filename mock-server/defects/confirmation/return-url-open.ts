import { defineDefect } from '../define.ts'

export const returnUrlOpen = defineDefect({
  id: 'return-url-open',
  breaks: 'CNF-11',
  summary: 'Any return address reaches Stripe.',
  behaviour: (good) => ({
    returnUrl: (given, own) =>
      given !== undefined && URL.canParse(given) ? given : good.returnUrl(given, own),
  }),
})
