import { textField } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'

export const actionCaseFolded = defineDefect({
  id: 'action-case-folded',
  breaks: 'OWN-03',
  summary: 'An action is found in any case.',
  respond: ({ route, request, requestBody, inner }, response) => {
    const kind = textField(requestBody, 'actionKind')
    if (route !== 'owner-actions' || response.status !== 400 || kind === undefined) return response
    const body = JSON.stringify({ ...requestBody, actionKind: kind.toLowerCase() })
    const { url, method, headers } = request
    return inner(new Request(url, { method, headers, body }))
  },
})
