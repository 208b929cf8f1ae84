import { defineDefect } from '../define.ts'
import { editHtml } from '../edit.ts'

export const wayByQuery = defineDefect({
  id: 'way-by-query',
  breaks: 'PAG-01',
  summary: 'The success page takes the status from its address.',
  respond: ({ contract, route, request, intent }, response) => {
    const claimed = new URL(request.url).searchParams.get('status') === 'paid'
    if (route !== 'success-page' || !claimed || intent === undefined) return response
    return editHtml(response, `<a href="${contract.routes.postPurchase}/${intent.id}">Go on</a>`)
  },
})
