import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const priceWrong = defineDefect({
  id: 'price-wrong',
  breaks: 'SRC-03',
  summary: 'The source data has another price for the primary offer.',
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
                unitAmountCents: stack.primaryOffer.unitAmountCents + 1,
              },
            },
          ],
        })),
})
