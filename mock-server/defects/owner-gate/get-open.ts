import { defineDefect } from '../define.ts'

export const getOpen = defineDefect({
  id: 'get-open',
  breaks: 'OWN-01',
  summary: "The owner's read is open.",
  behaviour: (good) => ({
    gates: (method, pathname) => method !== 'GET' && good.gates(method, pathname),
  }),
})
