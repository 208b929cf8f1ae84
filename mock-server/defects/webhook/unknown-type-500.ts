import { defineDefect } from '../define.ts'
import { statusOf } from '../../domain/webhook.ts'

export const unknownType500 = defineDefect({
  id: 'unknown-type-500',
  breaks: 'WHK-05',
  summary: 'An event of an unknown type is a server error.',
  behaviour: (good) => ({
    readEvent: (payload) => {
      const event = good.readEvent(payload)
      if (event !== null && statusOf(event) === null) throw new TypeError(`no handler for ${event.type}`)
      return event
    },
  }),
})
