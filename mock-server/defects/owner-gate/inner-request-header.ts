import { defineDefect } from '../define.ts'

export const innerRequestHeader = defineDefect({
  id: 'inner-request-header',
  breaks: 'OWN-02',
  summary: "A framework's own header for inner requests gets past the gate.",
  behaviour: (good) => ({
    isOwner: async (headers, token) => headers.has('x-middleware-subrequest') || good.isOwner(headers, token),
  }),
})
