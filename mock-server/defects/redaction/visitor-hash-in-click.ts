import { textField } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'
import { digestHex } from '../digests.ts'
import { editJson } from '../edit.ts'

export const visitorHashInClick = defineDefect({
  id: 'visitor-hash-in-click',
  breaks: 'RED-07',
  summary: 'A click answers with a hash of the visitor key.',
  respond: async ({ route, requestBody }, response) => {
    const key = textField(requestBody, 'anonymousVisitorKey')
    if (route !== 'clicks' || key === undefined) return response
    const visitor = await digestHex('SHA-256', key)
    return editJson(response, (body) => ({ ...body, visitor }))
  },
})
