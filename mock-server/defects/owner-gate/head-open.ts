import { defineDefect } from '../define.ts'

export const headOpen = defineDefect({
  id: 'head-open',
  breaks: 'OWN-02',
  summary: 'HEAD reaches the owner route without a session.',
  behaviour: (good) => ({
    gates: (method, pathname) => method !== 'HEAD' && good.gates(method, pathname),
  }),
})
