import { defineDefect } from '../define.ts'

export const kindTrimmed = defineDefect({
  id: 'kind-trimmed',
  breaks: 'NBL-10',
  summary: 'Blanks around a decision kind are ignored.',
  behaviour: (good) => ({ presentedOffer: (kind) => good.presentedOffer(kind.trim()) }),
})
