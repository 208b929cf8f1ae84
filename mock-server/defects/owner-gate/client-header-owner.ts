import { defineDefect } from '../define.ts'

export const clientHeaderOwner = defineDefect({
  id: 'client-header-owner',
  breaks: 'OWN-01',
  summary: 'A header that claims to be the owner is believed.',
  behaviour: (good) => ({
    isOwner: async (headers, token) =>
      ['x-owner', 'x-role', 'x-user-role', 'x-actor-role', 'x-owner-session'].some((name) =>
        headers.has(name),
      ) || good.isOwner(headers, token),
  }),
})
