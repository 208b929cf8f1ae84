import { defineDefect } from '../define.ts'
import { bodyOf } from '../../http/answer.ts'
import { isFields } from '../../http/fields.ts'

export const headerKeyUncompared = defineDefect({
  id: 'header-key-uncompared',
  breaks: 'STL-02',
  summary: 'A decision with its key in the header is taken on any time.',
  respond: async ({ route, request, requestBody, inner }, response) => {
    if (route !== 'decisions' || requestBody['idempotencyKey'] !== undefined) return response
    if (response.status !== 409) return response
    const checkout = (await bodyOf(response.clone()))?.['checkout']
    if (!isFields(checkout)) return response
    const body = { ...requestBody, expectedCheckoutUpdatedAt: checkout['updatedAt'] }
    const { url, method, headers } = request
    return inner(new Request(url, { method, headers, body: JSON.stringify(body) }))
  },
})
