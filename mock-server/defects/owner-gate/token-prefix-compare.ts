import { defineDefect } from '../define.ts'

export const tokenPrefixCompare = defineDefect({
  id: 'token-prefix-compare',
  breaks: 'OWN-01',
  summary: "The beginning of the owner's token is enough.",
  behaviour: () => ({
    isOwner: async (headers, token = '') => {
      const given = /^bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1]?.toLowerCase() ?? ''
      return given !== '' && token.toLowerCase().startsWith(given)
    },
  }),
})
