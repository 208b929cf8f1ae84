import { defineDefect } from '../define.ts'

export const sessionWithoutReference = defineDefect({
  id: 'session-without-reference',
  breaks: 'NBL-06',
  summary: 'The session does not name the intent.',
  behaviour: () => ({ sessionParams: ({ client_reference_id: _dropped, ...params }) => params }),
})
