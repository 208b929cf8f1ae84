import { defineDefect } from '../define.ts'
import { editHtml } from '../edit.ts'

export const billsFromPage = defineDefect({
  id: 'bills-from-page',
  breaks: 'PAG-06',
  summary: "The post-purchase page loads Stripe's script.",
  respond: ({ route }, response) =>
    route !== 'post-purchase-page'
      ? response
      : editHtml(response, '<script src="https://js.stripe.com/v3/"></script>'),
})
