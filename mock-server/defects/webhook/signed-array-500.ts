import { defineDefect } from '../define.ts'

export const signedArray500 = defineDefect({
  id: 'signed-array-500',
  breaks: 'WHK-07',
  summary: 'A signed array is a server error.',
  behaviour: (good) => ({
    readEvent: (payload) => {
      if (Array.isArray(payload)) throw new TypeError('cannot read the event')
      return good.readEvent(payload)
    },
  }),
})
