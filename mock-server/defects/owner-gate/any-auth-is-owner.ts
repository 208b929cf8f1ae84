import { defineDefect } from '../define.ts'

export const anyAuthIsOwner = defineDefect({
  id: 'any-auth-is-owner',
  breaks: 'OWN-01',
  summary: "Any bearer token is the owner's.",
  behaviour: () => ({
    isOwner: async (headers) => /^bearer \S/i.test(headers.get('authorization') ?? ''),
  }),
})
