import { defineDefect } from '../define.ts'

export const reasonEchoed = defineDefect({
  id: 'reason-echoed',
  breaks: 'RED-08',
  summary: "The owner's private reason comes back.",
  behaviour: (good) => ({
    publicReason: (action, reason) => reason ?? good.publicReason(action, reason),
  }),
})
