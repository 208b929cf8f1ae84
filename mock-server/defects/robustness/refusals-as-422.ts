import { defineDefect } from '../define.ts'

export const refusalsAs422 = defineDefect({
  id: 'refusals-as-422',
  breaks: 'ROB-06',
  summary: 'Decisions that are not valid are answered by 422 in place of 400.',
  respond: ({ route }, response) =>
    route === 'decisions' && response.status === 400
      ? new Response(response.body, { status: 422, headers: response.headers })
      : response,
})
