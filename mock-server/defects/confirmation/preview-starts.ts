import { defineDefect } from '../define.ts'

export const previewStarts = defineDefect({
  id: 'preview-starts',
  breaks: 'CNF-06',
  summary: 'A preview that carries the right text starts a checkout.',
  behaviour: () => ({ wantsPreview: () => false }),
})
