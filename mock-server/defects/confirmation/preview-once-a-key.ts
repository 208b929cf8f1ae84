import { defineDefect } from '../define.ts'

export const previewOnceAKey = defineDefect({
  id: 'preview-once-a-key',
  breaks: 'CNF-06',
  summary: 'The second request for a preview under a key starts the checkout.',
  behaviour: (good) => {
    const previewed = new Set<unknown>()
    return {
      wantsPreview: (fields) => {
        const key = fields['idempotencyKey']
        const again = key !== undefined && previewed.has(key)
        previewed.add(key)
        return good.wantsPreview(fields) && !again
      },
    }
  },
})
