import { defineDefect } from '../define.ts'

export const emptyCredential = defineDefect({
  id: 'empty-credential',
  breaks: 'OWN-01',
  summary: "A scheme without a credential behind it is taken for the owner's session.",
  behaviour: (good) => ({
    isOwner: async (headers, ownerToken) =>
      /^bearer\s*$/i.test(headers.get('authorization') ?? '') || good.isOwner(headers, ownerToken),
  }),
})
