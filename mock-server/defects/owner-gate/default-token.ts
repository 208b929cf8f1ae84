import { defineDefect } from '../define.ts'

export const defaultToken = defineDefect({
  id: 'default-token',
  breaks: 'OWN-01',
  summary: 'A well-known owner token works.',
  behaviour: (good) => ({
    isOwner: async (headers, token) => {
      const given = (headers.get('authorization') ?? '').replace(/^bearer\s*/i, '').trim()
      const known = headers.has('authorization') && [
        '',
        'owner',
        'admin',
        'changeme',
        'secret',
        'test',
        'undefined',
        'null',
      ]
      return (known !== false && known.includes(given)) || good.isOwner(headers, token)
    },
  }),
})
