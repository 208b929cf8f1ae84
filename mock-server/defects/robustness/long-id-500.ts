import { defineDefect } from '../define.ts'

export const longId500 = defineDefect({
  id: 'long-id-500',
  breaks: 'ROB-04',
  summary: 'A very long id is a server error.',
  behaviour: (good) => ({
    pathId: (segment) => {
      if (segment.length > 1_000) throw new RangeError('value too long for the column')
      return good.pathId(segment)
    },
  }),
})
