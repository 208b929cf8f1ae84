import { defineDefect } from '../define.ts'
import { editHtml } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const csInHtmlDataAttr = defineDefect({
  id: 'cs-in-html-data-attr',
  breaks: 'RED-04',
  summary: 'The post-purchase page has the session id in an attribute.',
  respond: ({ route, intent }, response) => {
    const { sessionId } = secretsOf(intent)
    return route !== 'post-purchase-page' || sessionId === undefined
      ? response
      : editHtml(response, `<div data-ref="${sessionId}"></div>`)
  },
})
