import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const precisionLoss = defineDefect({
  id: 'precision-loss',
  breaks: 'SRC-02',
  summary: 'Amounts in the source data are texts.',
  respond: ({ route, contract: { stack } }, response) =>
    route !== 'source-data'
      ? response
      : editJson(response, (body) => ({
          ...body,
          stacks: [
            {
              ...stack,
              primaryOffer: {
                ...stack.primaryOffer,
                unitAmountCents: String(stack.primaryOffer.unitAmountCents),
              },
            },
          ],
        })),
})
