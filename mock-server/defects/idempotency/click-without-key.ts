import { defineDefect } from '../define.ts'

export const clickWithoutKey = defineDefect({
  id: 'click-without-key',
  breaks: 'IDM-01',
  summary: 'A click needs no key.',
  behaviour: (good) => ({
    requiresKey: (operation) => operation !== 'click' && good.requiresKey(operation),
  }),
})
