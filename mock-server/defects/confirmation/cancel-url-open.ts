import { defineDefect } from '../define.ts'

export const cancelUrlOpen = defineDefect({
  id: 'cancel-url-open',
  breaks: 'CNF-11',
  summary: 'The address to return to after a cancelled payment may be of any origin.',
  behaviour: (good, { routes }) => ({
    returnUrl: (given, own) =>
      given !== undefined && URL.canParse(given) && new URL(own).pathname === routes.cancel
        ? given
        : good.returnUrl(given, own),
  }),
})
