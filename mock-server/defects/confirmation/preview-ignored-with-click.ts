import { defineDefect } from '../define.ts'

export const previewIgnoredWithClick = defineDefect({
  id: 'preview-ignored-with-click',
  breaks: 'CNF-06',
  summary: 'A start from a referral click takes no notice of previewOnly.',
  behaviour: (good) => ({
    wantsPreview: (fields) => fields['referralClickId'] === undefined && good.wantsPreview(fields),
  }),
})
