import { defineDefect } from '../define.ts'
import { editStack } from '../source-stack.ts'

export const priceWrong = defineDefect({
  id: 'price-wrong',
  breaks: 'SRC-03',
  summary: 'The source data has another price for the primary offer.',
  respond: editStack(({ primaryOffer, ...stack }) => ({
    ...stack,
    primaryOffer: { ...primaryOffer, unitAmountCents: primaryOffer.unitAmountCents + 1 },
  })),
})
