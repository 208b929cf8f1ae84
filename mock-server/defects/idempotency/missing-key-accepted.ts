import { defineDefect } from '../define.ts'

export const missingKeyAccepted = defineDefect({
  id: 'missing-key-accepted',
  breaks: 'IDM-01',
  summary: 'A decision needs no key.',
  behaviour: (good) => ({
    requiresKey: (operation) => operation !== 'decision' && good.requiresKey(operation),
  }),
})
