import { defineDefect } from '../define.ts'
import { field, isFields } from '../../http/fields.ts'

export const noData500 = defineDefect({
  id: 'no-data-500',
  breaks: 'WHK-07',
  summary: 'A signed event without data is a server error.',
  behaviour: (good) => ({
    readEvent: (payload) => {
      if (isFields(payload) && field(payload, 'data') === undefined)
        throw new TypeError('cannot read the event')
      return good.readEvent(payload)
    },
  }),
})
