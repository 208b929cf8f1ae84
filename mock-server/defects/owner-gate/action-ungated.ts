import { defineDefect } from '../define.ts'

export const actionUngated = defineDefect({
  id: 'action-ungated',
  breaks: 'OWN-01',
  summary: "Only the owner's read is gated.",
  behaviour: (good) => ({
    gates: (method, pathname) => method !== 'POST' && good.gates(method, pathname),
  }),
})
