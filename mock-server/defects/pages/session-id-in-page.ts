import { defineDefect } from '../define.ts'
import { editHtml } from '../edit.ts'
import { escapeHtml } from '../../pages/escape.ts'

export const sessionIdInPage = defineDefect({
  id: 'session-id-in-page',
  breaks: 'RED-11',
  summary: 'The success page repeats the session id of its URL.',
  respond: ({ route, request }, response) => {
    const given = new URL(request.url).searchParams.get('session_id')
    return route !== 'success-page' || given === null
      ? response
      : editHtml(response, `<p>Reference: ${escapeHtml(given)}</p>`)
  },
})
