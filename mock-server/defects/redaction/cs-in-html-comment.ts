import { defineDefect } from '../define.ts'
import { editHtml } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const csInHtmlComment = defineDefect({
  id: 'cs-in-html-comment',
  breaks: 'RED-04',
  summary: 'The success page has the session id in a comment.',
  respond: ({ route, intent }, response) => {
    const { sessionId } = secretsOf(intent)
    return route !== 'success-page' || sessionId === undefined
      ? response
      : editHtml(response, `<!-- session ${sessionId} -->`)
  },
})
