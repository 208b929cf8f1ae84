import { defineDefect } from '../define.ts'

export const memoryDedupe = defineDefect({
  id: 'memory-dedupe',
  breaks: 'WHK-04',
  summary:
    'Each of two processes behind the address remembers the events that it took itself; they take turns.',
  behaviour: (good) => {
    let process = 0
    return {
      readEvent: (payload) => {
        process = 1 - process
        return good.readEvent(payload)
      },
      eventKey: (event) => `${process} ${good.eventKey(event)}`,
    }
  },
})
