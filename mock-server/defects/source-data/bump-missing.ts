import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const bumpMissing = defineDefect({
  id: 'bump-missing',
  breaks: 'SRC-03',
  summary: 'The source data lists no post-purchase offer and no bump.',
  respond: ({ route, contract: { stack } }, response) =>
    route !== 'source-data'
      ? response
      : editJson(response, (body) => ({
          ...body,
          stacks: [{ ...stack, orderBumps: [], postPurchasePath: { ...stack.postPurchasePath, offers: [] } }],
        })),
})
