import { editText } from '../edit.ts'
import { defineDefect } from '../define.ts'

export const wayToAnother = defineDefect({
  id: 'way-to-another',
  breaks: 'PAG-01',
  summary: "The success page's way on leads to another intent.",
  browser: true,
  respond: ({ contract, route, intent }, response) => {
    if (route !== 'success-page' || intent === undefined) return response
    const way = `${contract.routes.postPurchase}/`
    return editText(response, (html) => html.replaceAll(`${way}${intent.id}`, `${way}x${intent.id}`))
  },
})
