import { defineDefect } from '../define.ts'

export const malformed500 = defineDefect({
  id: 'malformed-500',
  breaks: 'ROB-01',
  summary: 'Malformed JSON is a server error.',
  behaviour: () => ({ parseJson: (text) => JSON.parse(text) as unknown }),
})
