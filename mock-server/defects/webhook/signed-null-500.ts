import { defineDefect } from '../define.ts'

export const signedNull500 = defineDefect({
  id: 'signed-null-500',
  breaks: 'WHK-07',
  summary: 'A signed null is a server error.',
  behaviour: (good) => ({
    readEvent: (payload) => {
      if (payload === null) throw new TypeError('cannot read the event')
      return good.readEvent(payload)
    },
  }),
})
