import { defineDefect } from '../define.ts'

export const ownerReplayActsAgain = defineDefect({
  id: 'owner-replay-acts-again',
  breaks: 'IDM-02',
  summary: "An owner action's key is not remembered.",
  behaviour: (good) => ({
    remembersKeys: (operation) => operation !== 'owner' && good.remembersKeys(operation),
  }),
})
