import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const previewTotalOff = defineDefect({
  id: 'preview-total-off',
  breaks: 'CNF-07',
  summary: 'The total of a preview is a cent too low.',
  respond: ({ route }, response) =>
    route !== 'checkout'
      ? response
      : editJson(response, (body) => {
          const { totalAmountCents: total } = body
          return typeof total === 'number' ? { ...body, totalAmountCents: total - 1 } : body
        }),
})
