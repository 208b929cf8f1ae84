import { defineDefect } from '../define.ts'

export const noEnvelope = defineDefect({
  id: 'no-envelope',
  breaks: 'ROB-02',
  summary: 'Refusals are plain text.',
  respond: ({ route }, response) =>
    route === undefined || response.status < 400 || response.status === 405
      ? response
      : new Response('Refused', { status: response.status, headers: { 'content-type': 'text/plain' } }),
})
