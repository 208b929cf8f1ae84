import { defineDefect } from '../define.ts'
import { editHtml } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const csInSuccessHtmlText = defineDefect({
  id: 'cs-in-success-html-text',
  breaks: 'RED-04',
  summary: 'The success page shows the session id.',
  respond: ({ route, intent }, response) => {
    const { sessionId } = secretsOf(intent)
    return route !== 'success-page' || sessionId === undefined
      ? response
      : editHtml(response, `<p>Session ${sessionId}</p>`)
  },
})
