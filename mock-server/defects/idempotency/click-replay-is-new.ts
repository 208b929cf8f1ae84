import { defineDefect } from '../define.ts'

export const clickReplayIsNew = defineDefect({
  id: 'click-replay-is-new',
  breaks: 'IDM-02',
  summary: "A click's key is not remembered.",
  behaviour: (good) => ({
    remembersKeys: (operation) => operation !== 'click' && good.remembersKeys(operation),
  }),
})
