import { defineDefect } from '../define.ts'
import { editStack } from '../source-stack.ts'

export const bumpMissing = defineDefect({
  id: 'bump-missing',
  breaks: 'SRC-03',
  summary: 'The source data lists no post-purchase offer and no bump.',
  respond: editStack((stack) => ({
    ...stack,
    orderBumps: [],
    postPurchasePath: { ...stack.postPurchasePath, offers: [] },
  })),
})
