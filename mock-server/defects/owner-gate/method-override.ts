import { defineDefect } from '../define.ts'

export const methodOverride = defineDefect({
  id: 'method-override',
  breaks: 'OWN-02',
  summary: 'A method override gets round the gate.',
  behaviour: (good) => ({
    isOwner: async (headers, token) =>
      headers.has('x-http-method-override') ||
      headers.has('x-method-override') ||
      good.isOwner(headers, token),
  }),
})
