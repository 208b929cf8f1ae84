import { defineDefect } from '../define.ts'

export const noDedupe = defineDefect({
  id: 'no-dedupe',
  breaks: 'IDM-02',
  summary: "A decision's key is not remembered.",
  behaviour: (good) => ({
    remembersKeys: (operation) => operation !== 'decision' && good.remembersKeys(operation),
  }),
})
