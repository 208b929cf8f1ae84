import { defineDefect } from '../define.ts'

export const hangs = defineDefect({
  id: 'hangs',
  breaks: 'ROB-05',
  summary: 'One route never answers.',
  respond: ({ route }, response) =>
    route === 'agent-docs' ? new Promise<Response>(() => undefined) : response,
})
