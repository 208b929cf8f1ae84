import { defineDefect } from '../define.ts'

export const returnUrlWithoutScheme = defineDefect({
  id: 'return-url-without-scheme',
  breaks: 'CNF-11',
  summary: 'A return address that begins with a slash is trusted, also one that names a host.',
  behaviour: (good) => ({
    returnUrl: (given, own) =>
      given?.startsWith('/') === true && URL.canParse(given, own)
        ? new URL(given, own).href
        : good.returnUrl(given, own),
  }),
})
