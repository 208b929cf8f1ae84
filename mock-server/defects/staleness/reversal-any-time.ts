import { bodyOf } from '../../http/answer.ts'
import { field, isFields } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'

export const reversalAnyTime = defineDefect({
  id: 'reversal-any-time',
  breaks: 'STL-04',
  summary: 'A reversal may expect any time.',
  respond: async ({ route, request, requestBody, inner }, response) => {
    const reversal = field(requestBody, 'actionKind') === 'reverse_evidence'
    if (route !== 'owner-actions' || response.status !== 409 || !reversal) return response
    const entry = (await bodyOf(response))?.['commissionLedger']
    if (!isFields(entry)) return response
    const body = JSON.stringify({ ...requestBody, expectedUpdatedAt: field(entry, 'updatedAt') })
    const { url, method, headers } = request
    return inner(new Request(url, { method, headers, body }))
  },
})
