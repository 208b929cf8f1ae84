import { defineDefect } from '../define.ts'
import { editStack } from '../source-stack.ts'

export const precisionLoss = defineDefect({
  id: 'precision-loss',
  breaks: 'SRC-02',
  summary: 'Amounts in the source data are texts.',
  respond: editStack(({ primaryOffer, ...stack }) => ({
    ...stack,
    primaryOffer: { ...primaryOffer, unitAmountCents: String(primaryOffer.unitAmountCents) },
  })),
})
