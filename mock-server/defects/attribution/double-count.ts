import { defineDefect } from '../define.ts'

export const doubleCount = defineDefect({
  id: 'double-count',
  breaks: 'ATT-04',
  summary: 'A replayed click is a new one.',
  behaviour: (good) => ({
    remembersKeys: (operation) => operation !== 'click' && good.remembersKeys(operation),
  }),
})
