import { defineDefect } from '../define.ts'

export const eventIdLowerCase = defineDefect({
  id: 'event-id-lower-case',
  breaks: 'WHK-04',
  summary: 'The ids of events are compared in lower case.',
  behaviour: (good) => ({ eventKey: (event) => good.eventKey(event).toLowerCase() }),
})
